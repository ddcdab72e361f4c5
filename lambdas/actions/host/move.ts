import { isRefusal, refusal } from '../../../game/refusals.ts';
import { applyMove } from '../../../game/room/transitions.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import { roomView } from '../../../game/wire/views.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { HostPorts } from '../../ports/ports.ts';
import { allSeats } from '../../room/all-seats.ts';
import { applyChange } from '../../room/apply-change.ts';
import { authorizeHost } from '../../room/authorize-host.ts';

/** Applies to the version that the page saw: a doubled press is refused. */
export const move: ActionHandler<HostPorts, HostMessages['move']> = async (ports, message) => {
  const room = await authorizeHost(ports, message);
  if (isRefusal(room)) return room;
  // A repeat: its reply was lost.
  if (room.changeId === message.id) return { type: 'stage', id: room.id, room: roomView(room) };
  if (room.version !== message.version) return refusal('conflict');
  const [quiz, seats] = await Promise.all([ports.store.quiz(room.id), allSeats(ports.store, room, { fresh: true })]);
  if (!quiz) return refusal('closed');
  const change = applyMove(room, message.move, { quiz, seats, now: ports.now() });
  if (isRefusal(change)) return change;
  const done = await applyChange(ports, room, change, message.id, { quiz, seats });
  if (isRefusal(done)) return done;
  return { type: 'stage', id: room.id, room: roomView(done.room), missed: done.undelivered };
};
