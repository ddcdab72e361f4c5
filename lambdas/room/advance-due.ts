// What is due in a room, whoever speaks first.

import { currentRound, type Room } from '../../game/room/room.ts';
import { revealsAt } from '../../game/room/round.ts';
import { revealRound } from '../../game/room/transitions.ts';
import type { HostPorts } from '../ports/ports.ts';
import { allSeats } from './all-seats.ts';
import { type AppliedChange, applyChange, broadcastRoom, newChangeId } from './apply-change.ts';
import { rebuildStandings } from './standings-cache.ts';

/** An announcement that was cut off by a crash is made again after this long, ms. */
export const REBROADCAST_AFTER_MS = 3000;
/**
 * What the room owes by now, whoever happens to speak: the reveal of a question whose time is over, or an announcement that was cut
 * off. A conditional write lets only one of many that come at once succeed.
 */
export async function advanceDue(ports: HostPorts, room: Room): Promise<AppliedChange> {
  const now = ports.now();
  const turn = currentRound(room);
  if (room.phase === 'question' && turn && now >= revealsAt(turn)) {
    const [quiz, seats] = await Promise.all([ports.store.quiz(room.id), allSeats(ports.store, room, { fresh: true })]);
    // Whoever comes second finds the reveal made.
    const done = quiz && (await applyChange(ports, room, revealRound(room, quiz, seats), newChangeId(ports), { quiz, seats }));
    return done ?? { room: (await ports.store.room(room.id)) ?? room, undelivered: 0 };
  }
  if (room.told < room.version && now - room.changedAt > REBROADCAST_AFTER_MS) {
    // Whatever was cut off may have been so before it kept the standings that the announcement tells.
    await rebuildStandings(ports, room);
    return broadcastRoom(ports, room);
  }
  return { room, undelivered: 0 };
}
