import type { HostMessages } from '../../game/messages.ts';
import { moving } from '../../game/moves.ts';
import { isRefusal } from '../../game/refusals.ts';
import { roomView } from '../../game/views.ts';
import type { Does } from '../action.ts';
import { allSeats } from '../all-seats.ts';
import { carryOut } from '../carry-out.ts';
import { hosted } from '../hosted.ts';
import type { HostPorts } from '../ports.ts';

/** The host moves the room on from the version that their page saw: a doubled press is refused, not obeyed twice. */
export const move: Does<HostPorts, HostMessages['move']> = async (ports, message) => {
  const room = await hosted(ports, message);
  if (isRefusal(room)) return room;
  // The same request again: its reply was lost.
  if (room.changeId === message.id) return { type: 'stage', id: room.id, room: roomView(room) };
  if (room.version !== message.version) return { refused: 'conflict' };
  const [quiz, seats] = await Promise.all([ports.store.quiz(room.id), allSeats(ports.store, room, { fresh: true })]);
  if (!quiz) return { refused: 'closed' };
  const change = moving(room, message.move, { quiz, seats, now: ports.now() });
  if (isRefusal(change)) return change;
  const done = await carryOut(ports, room, change, message.id, { quiz, seats });
  return done ? { type: 'stage', id: room.id, room: roomView(done.room), missed: done.missed } : { refused: 'conflict' };
};
