import { kindOf } from '../quiz/questions/index.ts';
import { type Quiz, questionAt } from '../quiz/quiz.ts';
import type { Room } from '../room/room.ts';
import type { Seat } from '../seats/seat.ts';
import { gradeAnswer } from './standings.ts';

/**
 * Revealed rounds only: others would leak a solution.
 * In the lobby those of the game before, which began with its first question.
 */
function revealedRounds(room: Room) {
  const turns = room.turns.map((turn, number) => ({ turn, number }));
  if (room.phase !== 'lobby') return turns.slice(room.firstTurn, (room.judged ?? -1) + 1);
  const first = room.turns.findLastIndex(({ question }) => question === 0);
  return turns.slice(Math.max(0, first), room.firstTurn);
}

export function resultQuestions(room: Room, quiz: Quiz): ResultQuestion[] {
  return revealedRounds(room).map(({ turn, number }, i) => {
    const question = questionAt(quiz, turn.question);
    const kind = kindOf(question);
    const right = kind.describe(question, kind.solution(question).right.join(','));
    return { line: 'question', turn: number, number: i + 1, text: question.text, right, skipped: !!turn.void };
  });
}

/** Built one by one: together they exceed a frame. */
export function resultPlayer(room: Room, quiz: Quiz, seat: Seat): ResultPlayer {
  const answers = revealedRounds(room).flatMap(({ turn, number }) => {
    if (turn.void) return [];
    const question = questionAt(quiz, turn.question);
    const answer = seat.answers[number];
    const seconds = answer ? Math.round(answer.at - turn.opensAt) / 1000 : null;
    const words = answer ? kindOf(question).describe(question, answer.value) : '';
    return [{ turn: number, words, ...gradeAnswer(turn, quiz, answer, room.settings.speed), seconds }];
  });
  return { line: 'player', name: seat.name, points: answers.reduce((sum, { gained }) => sum + gained, 0), answers };
}
export interface ResultQuestion {
  line: 'question';
  turn: number;
  number: number;
  text: string;
  right: string;
  skipped: boolean;
}
/** The rank follows from everybody's points. */
export interface ResultPlayer {
  line: 'player';
  name: string;
  points: number;
  answers: { turn: number; words: string; mark: string; seconds: number | null; gained: number }[];
}
export type ResultLine = ResultQuestion | ResultPlayer;
