import { plainName } from './column-names.ts';

/** What tables call the kinds of questions. */
export type QuestionType = 'one' | 'many' | 'true or false' | 'to type' | 'opinion' | 'none of ours';

const TYPES: [RegExp, QuestionType][] = [
  [/true|false|boolean|^tf$|wahr|richtig|verdadero/, 'true or false'],
  [/check ?box|multi(ple)?[ -]?(select|answer|response|correct)|select all|several|mehrfach/, 'many'],
  [/multiple|choice|quiz|single|radio|^mc$/, 'one'],
  [/poll|survey|opinion|umfrage/, 'opinion'],
  [
    /open|essay|draw|cloud|slide|match|order|categor|drag|hotspot|pin|label|brainstorm|video|audio|graph|passage|info/,
    'none of ours',
  ],
  [/fill|blank|type|short|text|cloze|lucken/, 'to type'],
];

/** @returns undefined where the cell says nothing that is known */
export function typeOf(cell: string): QuestionType | undefined {
  const name = plainName(cell);
  return name ? TYPES.find(([pattern]) => pattern.test(name))?.[1] : undefined;
}

const TRUE =
  /^(true|t|yes|wahr|richtig|ja|verdadero|vrai|vero|verdadeiro|waar|prawda|верно|да|sant|sann|tosi|doğru|正|對|对|真|はい|참)$/i;
const FALSE =
  /^(false|f|no|falsch|nein|falso|faux|onwaar|fałsz|fa[lł]sz|неверно|нет|falskt|usann|epätosi|yanlış|錯|错|误|假|いいえ|거짓)$/i;

/** @returns undefined: neither */
export function truthOf(cell: string): boolean | undefined {
  const word = cell.trim();
  return TRUE.test(word) ? true : FALSE.test(word) ? false : undefined;
}
