import { optionsDraft, read, trueFalseDraft, typedDraft } from './drafts.ts';
import type { Brought, DroppedFile, Entry, Format } from './format.ts';
import { marked } from './plain/marks.ts';
import type { PlainQuestion } from './plain/question.ts';
import { plainQuestions } from './plain/questions.ts';
import { rightOptions } from './plain/right.ts';
import { truthOf } from './plain/words.ts';
import { headOf, textOf, tooLong } from './text-file.ts';

/** Without options: true or false, or words to type. */
function openEntry(at: string, { text, answer = '', explanation }: PlainQuestion): Entry {
  const truth = truthOf(answer);
  if (truth !== undefined) return read(at, trueFalseDraft(text, truth, { explanation }));
  const accepted = answer.split(/\s+(?:\/|or|oder|ou|o)\s+|\s*;\s*/u).filter((one) => one);
  const changes = accepted.length > 1 ? [`accepted answers: ${accepted.map((one) => `“${one}”`).join(', ')}`] : [];
  return read(at, typedDraft(text, accepted, { explanation }), changes);
}

function entryOf(question: PlainQuestion): Entry {
  const at = `line ${question.line}`;
  if (!question.options.length) return openEntry(at, question);
  const { options, changes } = rightOptions(question);
  return read(at, optionsDraft(marked(question.text).text, options, { explanation: question.explanation }), changes);
}

const isSure = ({ options, isAsked, answer }: PlainQuestion) => options.length > 1 || (isAsked && answer !== undefined);

/** How an assistant's reply begins. */
const SAYING = /^(?:sure|certainly|of course|absolutely|here(?:’|')?s|here (?:is|are)|great|okay|ok)\b/i;

const MOST_REMARKS = 10;

/** Lines that are in no question. */
const aside = (headings: readonly { line: number; text: string }[]): string[] => [
  ...headings.slice(0, MOST_REMARKS).map(({ line, text }) => `Line ${line} was taken for a heading: “${text.slice(0, 80)}”.`),
  ...(headings.length > MOST_REMARKS ? [`So were ${headings.length - MOST_REMARKS} others.`] : []),
];

/** Questions as people write them, or have them written. */
export const plainText: Format = {
  name: 'plain text',
  recognises: ({ bytes }: DroppedFile) => {
    const text = headOf(bytes);
    return text !== undefined && plainQuestions(text).questions.some(isSure);
  },
  read: ({ bytes }: DroppedFile): Brought => {
    const why = tooLong(bytes);
    if (why) return { format: plainText.name, entries: [], remarks: [why], media: new Map() };
    const { text, remarks } = textOf(bytes);
    const { questions, headings, language } = plainQuestions(text);
    const [first] = headings;
    const title = first && first.line <= (questions[0]?.line ?? 0) && !SAYING.test(first.text) ? first : undefined;
    return {
      format: plainText.name,
      ...(title && { title: title.text.split('\n')[0] ?? '' }),
      ...(language && { language }),
      entries: questions.map(entryOf),
      remarks: [...remarks, ...aside(headings.filter((one) => one !== title))],
      media: new Map(),
    };
  },
};
