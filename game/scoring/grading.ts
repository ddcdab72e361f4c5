import { creditsOf } from '../quiz/questions/asked.ts';
import { type Quiz, questionAt } from '../quiz/quiz.ts';
import { inTime, type Round } from '../room/round.ts';
import type { Answer } from '../seats/seat.ts';
import type { GradedAnswer, Mark } from '../seats/standing.ts';
import { outOfTime } from './out-of-time.ts';
import { pointsFor } from './scoring.ts';

/** RULES S1-S5. @returns by seat id, of those who answered */
export function gradeRound(
  turn: Round,
  quiz: Quiz,
  answers: readonly (readonly [seat: string, answer: Answer])[],
  speed: boolean,
): Map<string, GradedAnswer> {
  const counting = answers.filter(([, answer]) => inTime(turn, answer));
  const credits = creditsOf(
    questionAt(quiz, turn.question),
    quiz,
    counting.map(([, { value }]) => value),
  );
  const graded = new Map<string, GradedAnswer>();
  for (const [seat, answer] of answers) graded.set(seat, { mark: outOfTime(turn, answer), gained: 0 });
  for (const [i, [seat, answer]] of counting.entries()) graded.set(seat, gradeCredit(turn, answer, credits?.[i], speed));
  return graded;
}

function gradeCredit(turn: Round, answer: Answer, credit: number | undefined, speed: boolean): GradedAnswer {
  if (credit === undefined) return { mark: 'counted', gained: 0 };
  return { mark: markOf(credit), gained: pointsFor(turn, answer, credit, speed) };
}

const markOf = (credit: number): Mark => (credit === 1 ? 'right' : credit > 0 ? 'partly' : 'wrong');
