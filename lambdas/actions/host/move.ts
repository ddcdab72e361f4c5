import { isRefusal, type Result, refusal } from '../../../game/refusals.ts';
import type { Room } from '../../../game/room/room.ts';
import { applyMove } from '../../../game/room/transitions.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import { roomView } from '../../../game/wire/views.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { HostPorts } from '../../ports/ports.ts';
import { allSeats } from '../../room/all-seats.ts';
import { type AppliedChange, applyChange } from '../../room/apply-change.ts';
import { authorizeHost } from '../../room/authorize-host.ts';

/** Applies to the version that the page saw: a doubled press is refused. */
export const move: ActionHandler<HostPorts, HostMessages['move']> = async (ports, message) => {
  const room = await authorizeHost(ports, message);
  if (isRefusal(room)) return room;
  // A repeat: its reply was lost.
  if (room.changeId === message.id) return { type: 'stage', id: room.id, room: roomView(room) };
  if (room.version !== message.version) return refusal('conflict');
  const done = await apply(ports, room, message);
  if (isRefusal(done)) return done;
  return { type: 'stage', id: room.id, room: roomView(done.room), missed: done.undelivered };
};

/** Reads the quiz and the seats only for moves that need them. */
async function apply(ports: HostPorts, room: Room, { id, move }: HostMessages['move']): Promise<Result<AppliedChange>> {
  const change = applyMove(room, move, ports.now());
  if (change) return isRefusal(change) ? change : applyChange(ports, room, change, id);
  const [quiz, seats] = await Promise.all([ports.store.quiz(room.id), allSeats(ports.store, room, { fresh: true })]);
  if (!quiz) return refusal('closed');
  const played = applyMove(room, move, ports.now(), { quiz, seats });
  return isRefusal(played) ? played : applyChange(ports, room, played, id, { quiz, seats });
}
