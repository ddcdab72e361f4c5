// Moodle marks answers from -100 to 100 percent; here an option is right or it is not.
import { type More, optionsDraft, typedDraft } from './drafts.ts';
import type { Draft } from './format.ts';

export interface WeightedAnswer {
  text: string;
  /** Percent. */
  weight: number;
  feedback: string;
}

const ALL = 99.9;

/** What typed answers tolerate where capitals make another answer. */
export const CASE_COUNTS = ['width', 'accents', 'punctuation', 'spaces'];

/** Which are right, and what that changes. */
function rightBy(answers: readonly WeightedAnswer[], several: boolean): { least: number; changes: string[] } {
  const positive = answers.filter(({ weight }) => weight > 0);
  const most = answers.reduce((one, { weight }) => Math.max(one, weight), 0);
  const sum = positive.reduce((total, { weight }) => total + weight, 0);
  // Shares of one whole.
  if (!most || (several && sum <= 101)) return { least: Number.MIN_VALUE, changes: [] };
  const partly = positive.filter(({ weight }) => weight < most).map(({ text, weight }) => `“${text}” (${weight} %)`);
  return {
    least: most,
    changes: [
      ...(most < ALL ? [`no answer was worth all: ${most} % counts as right`] : []),
      ...(partly.length ? [`half-right answers count as wrong: ${partly.join(', ')}`] : []),
    ],
  };
}

/** The feedback on the right answer explains it where nothing else does. */
export function explanationOf(
  answers: readonly { feedback: string; right: boolean }[],
  general: string,
): { explanation: string | undefined; changes: string[] } {
  const told = answers.filter(({ feedback }) => feedback);
  if (general || !told.length)
    return { explanation: general || undefined, changes: told.length ? ['the feedback on single answers was left out'] : [] };
  const right = told.find((one) => one.right);
  const changes = [
    ...(right ? ['the feedback on the right answer became the explanation'] : []),
    ...(told.some((one) => one !== right) ? ['the feedback on other answers was left out'] : []),
  ];
  return { explanation: right?.feedback, changes };
}

/** @param several as many may be chosen as one likes */
export function weightedDraft(
  text: string,
  answers: readonly WeightedAnswer[],
  { several, general, ...more }: More & { several: boolean; general: string },
): { draft: Draft; changes: string[] } {
  const { least, changes } = rightBy(answers, several);
  const marked = answers.map((answer) => ({ ...answer, right: answer.weight >= least }));
  const right = marked.filter((one) => one.right).length;
  const told = explanationOf(marked, general);
  // Where one wrong answer costs all, it is all or nothing.
  const partial = several && right > 1 && !answers.some(({ weight }) => weight <= -ALL);
  return {
    draft: optionsDraft(text, marked, { ...more, several, partial, explanation: told.explanation }),
    changes: [
      ...(!several && right > 1 ? [`${right} answers are right: players may choose several`] : []),
      ...changes,
      ...told.changes,
    ],
  };
}

/** Words to type. */
export function acceptedDraft(
  text: string,
  answers: readonly WeightedAnswer[],
  { general, ...more }: More & { general: string },
): { draft: Draft; changes: string[] } {
  const marked = answers.map((answer) => ({ ...answer, right: answer.weight >= ALL }));
  const accepted = marked.filter((one) => one.right && one.text).map((one) => one.text);
  const refused = marked.filter(({ weight, right }) => weight > 0 && !right).map((one) => `“${one.text}”`);
  const told = explanationOf(marked, general);
  return {
    draft: typedDraft(text, accepted, { ...more, explanation: told.explanation }),
    changes: [
      ...(refused.length ? [`half-right answers are not accepted: ${refused.join(', ')}`] : []),
      ...(accepted.some((one) => one.includes('*')) ? ['a * stands for itself, not for anything'] : []),
      ...told.changes,
    ],
  };
}
