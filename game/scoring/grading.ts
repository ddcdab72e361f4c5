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
  const texts: string[] = [];
  for (const answer of answers) if (answer && inTime(turn, answer)) texts.push(answer.value);
  const credits = creditsOf(questionAt(quiz, turn.question), quiz, texts);
  let next = 0;
  return answers.map((answer) =>
    answer ? gradeAnswer(turn, answer, inTime(turn, answer) ? credits?.[next++] : undefined, speed) : NONE,
  );
}
