// The kinds of question there are: a new one is a file beside this one and a row here (and the same twice in web/questions/).
import { choice } from './choice.ts';
import type { Kind } from './kind.ts';
import { several } from './several.ts';
import { trueFalse } from './true-false.ts';

export const KINDS = { choice, several, 'true-false': trueFalse } as const;

export type KindName = keyof typeof KINDS;
type Of<N extends KindName> = (typeof KINDS)[N] extends Kind<infer Q, infer F, infer K> ? { own: Q; face: F; key: K } : never;

/** A question of one kind, in the quiz. */
export type KindFields = { [N in KindName]: { kind: N } & Of<N>['own'] }[KindName];
/** What a kind shows before the seal. */
export type KindPrompt = { [N in KindName]: { kind: N } & Of<N>['face'] }[KindName];
/** What the reveal adds. */
export type KindSolution = Of<KindName>['key'];

/** The row of a question's kind. The registry pairs name and fields, which the compiler cannot follow through a look-up by name. */
export const kindOf = (question: { kind: KindName }) =>
  KINDS[question.kind] as unknown as Kind<KindFields, KindPrompt, KindSolution>;
