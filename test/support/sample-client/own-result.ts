// What a player has earned, from the reveal that everybody hears (PROTOCOL 4, RULES S).
import type { Room, Standing, You } from './frames.ts';
import { creditFor } from './kinds.ts';
import { pointsFor } from './points.ts';
import { placeOf } from './rank-table.ts';

export type Result = Omit<Standing, 'version'> & { about: boolean };
type Turn = NonNullable<Room['turn']>;
type Earned = Pick<Result, 'mark' | 'gained'> & { streak: (before: number) => number };

const GRACE_MS = 500;

/** What one answer earns; undefined for a kind that this client does not know. */
function earned(room: Room, turn: Turn, answer: You['answer']): Earned | undefined {
  if (!room.asked) return;
  const credit = creditFor(answer?.value ?? '', room.asked);
  if (credit === undefined) return;
  const keeps = credit === null || turn.points === 0;
  const nothing = { gained: 0, streak: (before: number) => (keeps ? before : 0) };
  if (!answer) return { mark: 'none', ...nothing };
  if (answer.at < turn.opensAt - GRACE_MS) return { mark: 'early', ...nothing };
  if (answer.at > turn.sealsAt) return { mark: 'late', ...nothing };
  if (credit === null) return { mark: 'counted', ...nothing };
  return {
    mark: credit === 1 ? 'right' : credit > 0 ? 'partly' : 'wrong',
    gained: pointsFor(turn, credit, answer.at, room.speed),
    streak: (before) => (keeps ? before : credit === 1 ? before + 1 : 0),
  };
}

/** The place of `score` in `room`; undefined where an exact table has no such points. */
export function placed(score: Omit<Result, 'rank' | 'of' | 'ahead' | 'about'>, room: Room): Result | undefined {
  if (!room.ranks) return;
  const { rank, of, by, about, listed } = placeOf(score.points, room.ranks);
  if (!listed && !about) return;
  const name = room.top?.findLast((row) => by !== undefined && row.points === score.points + by)?.name;
  return { ...score, rank, of, about, ...(by !== undefined && { ahead: { by, ...(name !== undefined && { name }) } }) };
}

/**
 * The result after the turn that `room` has just judged.
 * @param known the result after an earlier turn, if any
 * @returns undefined if the server has to be asked
 */
export function derived(room: Room, you: You, known: Result | undefined): Result | undefined {
  const { turn, asked, judged, before = -1 } = room;
  if (!turn || !asked?.outcome || turn.number !== judged) return;
  const start = before < you.from ? { points: 0, streak: 0 } : known?.turn === before ? known : undefined;
  const round = earned(room, turn, you.answer?.turn === turn.number ? you.answer : undefined);
  if (!start || !round) return;
  const { mark, gained, streak } = round;
  return placed({ turn: turn.number, mark, gained, points: start.points + gained, streak: streak(start.streak) }, room);
}
