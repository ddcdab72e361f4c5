import { countAnswers, liveAnswers } from '../../game/room/answer-count.ts';
import type { Room } from '../../game/room/room.ts';
import { countGames } from '../../game/scoring/results.ts';
import type { Seat } from '../../game/seats/seat.ts';
import type { AnswerCount, HostView } from '../../game/wire/views.ts';
import type { Ports } from '../ports/ports.ts';
import { heldNames, newestNames } from './host-names.ts';
import { summaryLimits } from './summary-limits.ts';
import { currentPatterns } from './two-step-join.ts';

/** What has been counted of the present question, and nothing told yet. */
export function countNow(room: Room, seats: readonly Seat[], now: number): AnswerCount {
  const { answered, waiting } = room.phase === 'question' ? countAnswers(room, seats, now) : { answered: 0, waiting: 0 };
  return { turn: room.turns.length - 1, answered, waiting, at: now };
}

export const untold = (room: Room, now: number): AnswerCount => ({
  turn: room.turns.length - 1,
  answered: 0,
  waiting: 0,
  at: room.turns.at(-1)?.opensAt ?? now,
});

/** @param names how many to list @param tallied the last count that players were sent */
export async function hostView(
  ports: Ports,
  room: Room,
  everybody: readonly Seat[],
  names: number,
  tallied?: AnswerCount,
): Promise<HostView> {
  const now = ports.now();
  const seats = everybody.filter((seat) => !seat.removed);
  const { answered, waiting } = countNow(room, seats, now);
  return {
    players: seats.length,
    connected: seats.filter((seat) => seat.connection).length,
    answered,
    waiting,
    live: liveAnswers(room, seats, summaryLimits(ports)),
    games: countGames(room),
    names: newestNames(seats, names, room.id),
    held: heldNames(seats, room.id),
    ...(room.settings.guarded && { colours: (await currentPatterns(ports, room.owner, room.id, now))[0] }),
    tallied: tallied ?? untold(room, now),
  };
}
