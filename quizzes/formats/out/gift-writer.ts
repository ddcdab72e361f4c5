import type { Quiz } from '../../../game/quiz/quiz.ts';
import { gift } from '../gift.ts';
import { asWritten, type Written, weights } from './as-written.ts';
import type { Writer } from './writer.ts';

const escaped = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\~=#{}:]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** Answers take the question's format; one that looks like a mark gets it once more. */
const answer = (text: string) => (/^[%[]/.test(text) ? `[plain]${escaped(text)}` : escaped(text));

function inBraces(written: Written): string[] {
  if (written.sort === 'truth') return [written.right ? 'TRUE' : 'FALSE'];
  if (written.sort === 'words') return written.accepted.map((text) => `=${answer(text)}`);
  if (written.sort === 'other') return [];
  const right = written.options.filter((option) => option.right).length;
  const weighed = written.several && right ? weights(written) : undefined;
  return written.options.map((option, i) =>
    weighed ? `~%${weighed[i]}%${answer(option.text)}` : `${option.right ? '=' : '~'}${answer(option.text)}`,
  );
}

/** What a reader takes for the quiz's own time if nothing is said. */
const SECONDS = 20;

function block({ question, number }: { question: Quiz['questions'][number]; number: number }): string {
  const { text, seconds, explanation } = question;
  const lines = inBraces(asWritten(question));
  const general = explanation ? [`####${answer(explanation)}`] : [];
  return [
    ...(seconds === SECONDS ? [] : [`// @time: ${seconds}`]),
    `::Q${number}::[plain]${escaped(text)} {`,
    ...[...lines, ...general].map((line) => `\t${line}`),
    '}',
  ].join('\n');
}

const holds = (question: Quiz['questions'][number]) => asWritten(question).sort !== 'other';

/** Moodle GIFT. */
export const giftWriter: Writer = {
  name: gift.name,
  ending: '.gift',
  reader: gift,
  holds,
  write: ({ title, questions }) => {
    const category = `$CATEGORY: $course$/top/${title.replace(/\s+/g, ' ').replaceAll('/', '//')}`;
    const blocks = questions.map((question, i) => ({ question, number: i + 1 })).filter((one) => holds(one.question));
    return new TextEncoder().encode(`${[category, ...blocks.map(block)].join('\n\n')}\n`);
  },
};
