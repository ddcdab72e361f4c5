import { answerInWords, solutionInWords } from '../quiz/questions/asked.ts';
import { type QuizPart, questionAt } from '../quiz/quiz.ts';
import type { Room } from '../room/room.ts';
import type { Round } from '../room/round.ts';
import type { Seat } from '../seats/seat.ts';
import { NONE } from '../seats/standing.ts';
import { gradeRound } from './grading.ts';

interface NumberedRound {
  turn: Round;
  number: number;
}

/** Rounds by game, revealed ones only: others would leak a solution. */
function gamesOf({ turns, firstTurn, judged = -1 }: Room): NumberedRound[][] {
  const games: NumberedRound[][] = [];
  for (const [number, turn] of turns.entries()) {
    if (number >= firstTurn && number > judged) break;
    // Each game begins with the first question.
    if (turn.question === 0) games.push([]);
    games.at(-1)?.push({ turn, number });
  }
  return games;
}

/** Games with something revealed, in this room so far. */
export const countGames = (room: Room): number => gamesOf(room).length;

/** @param game 0 for the room's first; default: the one under way, in the lobby the last */
function roundsOf(room: Room, game?: number): NumberedRound[] {
  const games = gamesOf(room);
  const asked = game === undefined ? games.at(-1) : games[game];
  // One under way may have nothing revealed yet.
  const isBefore = asked?.some(({ number }) => number < room.firstTurn);
  return !asked || (game === undefined && isBefore && room.phase !== 'lobby') ? [] : asked;
}

/** Nobody has results of a game that was over before they joined. */
export function playedIn(room: Room, seat: Seat, game?: number): boolean {
  const last = roundsOf(room, game).at(-1);
  return !last || last.number >= room.firstTurn || seat.joinedAt < last.turn.sealsAt;
}

export function resultQuestions(room: Room, quiz: QuizPart, game?: number): ResultQuestion[] {
  return roundsOf(room, game).map(({ turn, number }, i) => {
    const question = questionAt(quiz, turn.question);
    const right = solutionInWords(question, quiz);
    return { line: 'question', turn: number, number: i + 1, text: question.text, right, skipped: !!turn.void };
  });
}

/** Built one by one: together they exceed a frame. */
export function resultPlayer(room: Room, quiz: QuizPart, seat: Seat, game?: number): ResultPlayer {
  const answers = roundsOf(room, game).flatMap(({ turn, number }) => {
    if (turn.void) return [];
    const question = questionAt(quiz, turn.question);
    const answer = seat.answers[number];
    const seconds = answer ? Math.round(answer.at - turn.opensAt) / 1000 : null;
    const words = answer ? answerInWords(question, quiz, answer.value) : '';
    const [graded = NONE] = gradeRound(turn, quiz, [answer], room.settings.speed);
    return [{ turn: number, words, ...graded, seconds }];
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
/** Goes on with the player before: many long answers exceed a frame. */
export interface ResultMore {
  line: 'more';
  answers: ResultPlayer['answers'];
}
export type ResultLine = ResultQuestion | ResultPlayer | ResultMore;
