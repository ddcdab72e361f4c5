import { paper as words } from '../words/en-export.ts';
import type { KindOnPaper } from './kind-on-paper.ts';

const letter = (number: number) => String.fromCharCode(64 + number);
const letters = (right: readonly number[]) =>
  right
    .toSorted((a, b) => a - b)
    .map(letter)
    .join(', ');

interface Box {
  label: string;
  letter?: string;
  lang?: string;
  ticked: boolean;
}

/** A box to tick before each. */
function Boxes({ boxes, round }: { boxes: readonly Box[]; round: boolean }) {
  return (
    <ul class="boxes" data-round={round}>
      {boxes.map(({ label, letter, lang, ticked }) => (
        <li key={label} data-ticked={ticked}>
          <span class="box" aria-hidden="true">
            {ticked ? '✓' : ''}
          </span>
          {letter && <span class="letter">{letter}</span>}
          <span class="label" lang={lang} dir="auto">
            {label}
          </span>
        </li>
      ))}
    </ul>
  );
}

const lettered = (options: readonly string[], right: readonly number[], answered: boolean): Box[] =>
  options.map((label, i) => ({ label, letter: letter(i + 1), ticked: answered && right.includes(i + 1) }));

/** Where each old number is now. */
const moved = (order: readonly number[], right: readonly number[]) => right.map((number) => order.indexOf(number - 1) + 1);

const inOrder = (options: readonly string[], order: readonly number[]) => order.flatMap((at) => options[at] ?? []);

export const choiceOnPaper: KindOnPaper<'choice'> = {
  Form: ({ question: { options, right }, answered }) => <Boxes round boxes={lettered(options, [right], answered)} />,
  key: ({ right }) => letter(right),
  reordered(question, orderOf) {
    const order = orderOf(question.options.length);
    const [right = 1] = moved(order, [question.right]);
    return { ...question, options: inOrder(question.options, order), right };
  },
};

export const severalOnPaper: KindOnPaper<'several'> = {
  Form: ({ question: { options, right }, answered }) => <Boxes round={false} boxes={lettered(options, right, answered)} />,
  key: ({ right }) => letters(right),
  reordered(question, orderOf) {
    const order = orderOf(question.options.length);
    return { ...question, options: inOrder(question.options, order), right: moved(order, question.right) };
  },
};

export const pollOnPaper: KindOnPaper<'poll'> = {
  Form: ({ question: { options, several } }) => <Boxes round={!several} boxes={lettered(options, [], false)} />,
  key: () => '',
  reordered: (question, orderOf) => ({ ...question, options: inOrder(question.options, orderOf(question.options.length)) }),
};

export const trueFalseOnPaper: KindOnPaper<'true-false'> = {
  Form: ({ question: { right }, answered }) => (
    <Boxes
      round
      boxes={[true, false].map((truth) => ({
        label: truth ? words.true : words.false,
        lang: words.language,
        ticked: answered && truth === right,
      }))}
    />
  ),
  key: ({ right }) => (right ? words.true : words.false),
};
