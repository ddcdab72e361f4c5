import { creditsOf } from '../quiz/questions/asked.ts';
import { type QuizPart, questionAt } from '../quiz/quiz.ts';
import { inTime, type Round } from '../room/round.ts';
import type { Answer } from '../seats/seat.ts';
import { type GradedAnswer, NONE } from '../seats/standing.ts';
import { gradeAnswer } from './grade-answer.ts';

/** RULES S1-S5. @returns for each, whether they answered or not */
export function gradeRound(
  turn: Round,
  quiz: QuizPart,
  answers: readonly (Answer | undefined)[],
  speed: boolean,
): GradedAnswer[] {
  const texts = answers.flatMap((answer) => (answer && inTime(turn, answer) ? [answer.value] : []));
  const credits = creditsOf(questionAt(quiz, turn.question), quiz, texts)?.values();
  return answers.map((answer) =>
    answer ? gradeAnswer(turn, answer, inTime(turn, answer) ? credits?.next().value : undefined, speed) : NONE,
  );
}
