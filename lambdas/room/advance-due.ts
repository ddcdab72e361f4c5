import { isRefusal } from '../../game/refusals.ts';
import { currentRound, type Room } from '../../game/room/room.ts';
import { revealsAt } from '../../game/room/round.ts';
import { revealRound } from '../../game/room/transitions.ts';
import { toGrade } from '../../game/scoring/standings.ts';
import type { Seat } from '../../game/seats/seat.ts';
import type { HostPorts } from '../ports/ports.ts';
import { allSeats } from './all-seats.ts';
import { type AppliedChange, applyChange, newChangeId } from './apply-change.ts';
import { deliver, isOverdue } from './delivery.ts';
import { rebuildStandings } from './standings-cache.ts';
import { summaryLimits } from './summary-limits.ts';

/**
 * Reveals or repeats a broadcast; one caller succeeds.
 * @returns `seats` if it had to read them all
 */
export async function advanceDue(ports: HostPorts, room: Room): Promise<AppliedChange & { seats?: Seat[] }> {
  const now = ports.now();
  const turn = currentRound(room);
  if (room.phase === 'question' && turn && now >= revealsAt(turn)) {
    const [quiz, seats] = await Promise.all([
      ports.store.questions(room, ...toGrade(room)),
      allSeats(ports.store, room, { fresh: true }),
    ]);
    const change = revealRound(room, quiz, seats, summaryLimits(ports));
    const played = { quiz, seats };
    const done = await applyChange(ports, room, { change, id: newChangeId(ports), announced: true, played });
    if (!isRefusal(done)) return { ...done, seats };
    return { room: (await ports.store.room(room.id)) ?? room, undelivered: 0 };
  }
  if (!isOverdue(room, now)) return { room, undelivered: 0 };
  // A crash may have left no standings.
  await rebuildStandings(ports, room);
  return deliver(ports, room);
}
