// A finished game, line by line, for a spreadsheet: the sealed questions, and each player with each answer.
import type { Frame, RankedPlayer, ResultPlayer, ResultQuestion, ResultsCursor } from './messages.ts';
import { kindOf } from './questions/index.ts';
import type { Quiz } from './quiz.ts';
import type { Room } from './room.ts';
import type { Seat } from './seats.ts';
import { judge } from './standings.ts';

/** The turns of the game being played whose key has been shown, with their numbers; others would let a key leave early. */
function shown(room: Room) {
  const turns = room.turns.map((turn, number) => ({ turn, number }));
  return turns.slice(room.firstTurn, (room.judged ?? -1) + 1);
}

export function resultQuestions(room: Room, quiz: Quiz): ResultQuestion[] {
  return shown(room).map(({ turn, number }, i) => {
    const question = quiz.questions[turn.question]!;
    const kind = kindOf(question);
    const right = kind.words(question, kind.key(question).right.join(','));
    return { line: 'question', turn: number, number: i + 1, text: question.text, right, skipped: !!turn.void };
  });
}

/** One player by themselves, whoever else there is: what everybody has is more than fits a frame, so it is made page by page. */
export function resultPlayer(room: Room, quiz: Quiz, seat: Seat): ResultPlayer {
  const answers = shown(room).flatMap(({ turn, number }) => {
    if (turn.void) return [];
    const question = quiz.questions[turn.question]!;
    const answer = seat.answers[number];
    const seconds = answer ? Math.round(answer.at - turn.opensAt) / 1000 : null;
    const words = answer ? kindOf(question).words(question, answer.value) : '';
    return [{ turn: number, words, ...judge(turn, quiz, answer, room.settings.speed), seconds }];
  });
  return { line: 'player', name: seat.name, points: answers.reduce((sum, { gained }) => sum + gained, 0), answers };
}

export interface Results {
  questions: ResultQuestion[];
  /** Best first. */
  players: RankedPlayer[];
}

/**
 * Puts all pages together.
 * @param page fetches one
 * @param progress told of how many players there are so far
 */
export async function gatherResults(
  page: (cursor: ResultsCursor) => Promise<Frame<'results'>>,
  progress: (players: number) => void = () => {},
): Promise<Results> {
  const questions: ResultQuestion[] = [];
  const players: ResultPlayer[] = [];
  for (let cursor: ResultsCursor | null = 0; cursor !== null; ) {
    const { lines, next } = await page(cursor);
    for (const line of lines) line.line === 'question' ? questions.push(line) : players.push(line);
    cursor = next;
    progress(players.length);
  }
  return { questions, players: ranked(players) };
}

/** Equal points share a rank (RULES S7). */
function ranked(players: readonly ResultPlayer[]): RankedPlayer[] {
  const order = [...players].sort((a, b) => b.points - a.points || (a.name < b.name ? -1 : 1));
  let rank = 0;
  return order.map((player, i) => {
    if (player.points !== order[i - 1]?.points) rank = i + 1;
    return { ...player, rank };
  });
}
