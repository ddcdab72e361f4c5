import { liveSummary } from '../quiz/questions/asked.ts';
import type { Summary } from '../quiz/questions/index.ts';
import type { SummaryLimits } from '../quiz/questions/kind.ts';
import type { Seat } from '../seats/seat.ts';
import type { Room } from './room.ts';
import type { Round } from './round.ts';

export function countAnswers(
  room: Pick<Room, 'turns'>,
  seats: readonly Seat[],
  now: number,
): { answered: number; waiting: number } {
  const turn = room.turns.length - 1;
  let answered = 0;
  let waiting = 0;
  for (const seat of seats) {
    if (seat.removed) continue;
    if (seat.answers[turn]) answered++;
    else if (isAwaited(seat, room.turns, now)) waiting++;
  }
  return { answered, waiting };
}

/** For the host's eyes while a question that is not graded is open. */
export function liveAnswers({ phase, asked, turns }: Room, seats: readonly Seat[], limits: SummaryLimits): Summary | undefined {
  if (phase !== 'question' || !asked) return undefined;
  const answers = seats.flatMap((seat) => seat.answers[turns.length - 1]?.value ?? []);
  return liveSummary(asked, answers, limits);
}

/** A disconnected player is awaited this long, ms. */
const RECONNECT_GRACE_MS = 10000;
const SILENT_ROUNDS = 2;
/** RULES C4. */
export function isAwaited(seat: Seat, turns: readonly Round[], now: number): boolean {
  const turn = turns.length - 1;
  if (seat.removed || seat.answers[turn]) return false;
  if (!seat.connection && now - (seat.leftAt ?? Number.NEGATIVE_INFINITY) >= RECONNECT_GRACE_MS) return false;
  const first = turn - SILENT_ROUNDS;
  const isSilent = (past: Round, i: number) => !past.void && past.opensAt >= seat.joinedAt && !seat.answers[first + i];
  return first < 0 || !turns.slice(first, turn).every(isSilent);
}
