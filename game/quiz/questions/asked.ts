// From a question to what is shown and what it earns, whatever its kind.
import { type Asked, type KindName, kindOf, type Outcome, type Question, type Summary, worth } from './index.ts';
import type { Kind, KindTypes, SummaryLimits } from './kind.ts';

interface Language {
  language: string;
}

export function askedOf<N extends KindName>(question: Question<N>, quiz: Language): Asked<N> {
  const { kind, text, picture, sound, video } = question;
  return { kind, text, picture, sound, video, points: worth(question), prompt: kindOf(question).prompt(question, quiz) };
}

/** @returns 0 to 1 for each answer; undefined: not graded */
export function creditsOf<N extends KindName>(
  question: Question<N>,
  quiz: Language,
  texts: readonly string[],
): number[] | undefined {
  const kind = kindOf(question);
  return credits(kind, { ...kind.prompt(question, quiz), ...kind.solution(question) }, texts);
}

/** As a player's page grades its own answer, from what the reveal has told everybody. */
export function creditOf<N extends KindName>({ kind, prompt, outcome }: Asked<N>, text: string): number | undefined {
  return outcome && credits(kindOf({ kind }), { ...prompt, ...outcome.solution }, [text])?.[0];
}

function credits<T extends KindTypes>({ grade, parse }: Kind<T>, key: T['prompt'] & T['solution'], texts: readonly string[]) {
  if (!grade) return undefined;
  const answers = texts.map(parsing((text) => parse(key, text)));
  const found = grade(
    key,
    answers.filter((answer) => answer !== undefined),
  );
  let next = 0;
  return answers.map((answer) => (answer === undefined ? 0 : (found[next++] ?? 0)));
}

/** A room gives few answers many times. */
function parsing<A>(parse: (text: string) => A): (text: string) => A {
  const known = new Map<string, A>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = parse(text);
    known.set(text, answer);
    return answer;
  };
}

function summarize<N extends KindName>({ kind, prompt }: Asked<N>, texts: readonly string[], limits: SummaryLimits) {
  const { parse, summarize } = kindOf({ kind });
  const answers = texts.map(parsing((text) => parse(prompt, text))).filter((answer) => answer !== undefined);
  return summarize(prompt, answers, limits);
}

/** As the reveal shows it. */
export function withOutcome<N extends KindName>(
  question: Question<N>,
  quiz: Language,
  texts: readonly string[],
  limits: SummaryLimits,
): Asked<N> {
  const asked = askedOf(question, quiz);
  const outcome: Outcome<N> = {
    solution: kindOf(question).solution(question),
    summary: summarize(asked, texts, limits),
    answers: texts.length,
    right: creditsOf(question, quiz, texts)?.filter((credit) => credit === 1).length,
    explanation: question.explanation,
  };
  return { ...asked, outcome };
}

/** For the host alone while the question is open; undefined where it would give something away. */
export function liveSummary<N extends KindName>(
  asked: Asked<N>,
  texts: readonly string[],
  limits: SummaryLimits,
): Summary<N> | undefined {
  return kindOf(asked).live && { kind: asked.kind, summary: summarize(asked, texts, limits) };
}

export const answerInWords = <N extends KindName>(question: Question<N>, quiz: Language, text: string): string => {
  const { parse, prompt, describe } = kindOf(question);
  const shown = prompt(question, quiz);
  const answer = parse(shown, text);
  return answer === undefined ? '' : describe(shown, answer);
};

export const solutionInWords = <N extends KindName>(question: Question<N>, quiz: Language): string => {
  const { prompt, solution, describeSolution } = kindOf(question);
  return describeSolution({ ...prompt(question, quiz), ...solution(question) });
};
