import { creditsOf } from '../quiz/questions/asked.ts';
import { type Quiz, questionAt } from '../quiz/quiz.ts';
import { inTime, type Round } from '../room/round.ts';
import type { Answer } from '../seats/seat.ts';
import type { GradedAnswer } from '../seats/standing.ts';
import { gradeAnswer } from './grade-answer.ts';

/** RULES S1-S5. @returns by seat id, of those who answered */
export function gradeRound(
  turn: Round,
  quiz: Quiz,
  answers: readonly (readonly [seat: string, answer: Answer])[],
  speed: boolean,
): Map<string, GradedAnswer> {
  const counting = answers.filter(([, answer]) => inTime(turn, answer));
  const texts = counting.map(([, { value }]) => value);
  const credits = creditsOf(questionAt(quiz, turn.question), quiz, texts);
  const creditOf = new Map(counting.map(([seat], i) => [seat, credits?.[i]]));
  return new Map(answers.map(([seat, answer]) => [seat, gradeAnswer(turn, answer, creditOf.get(seat), speed)]));
}
