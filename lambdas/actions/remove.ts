import type { HostMessages } from '../../game/messages.ts';
import { isRefusal } from '../../game/refusals.ts';
import { parseAddress } from '../../game/seats.ts';
import { type Does, refused } from '../action.ts';
import { hosted } from '../hosted.ts';
import type { HostPorts } from '../ports.ts';

/** A player stays out, and is told why; their name stays taken. */
export const remove: Does<HostPorts, HostMessages['remove']> = async (ports, message) => {
  const room = await hosted(ports, message);
  if (isRefusal(room)) return room;
  const address = parseAddress(message.seat);
  const seat = address.room === room.id ? await ports.store.removeSeat(address) : undefined;
  if (!seat) return { refused: 'noSeat' };
  if (seat.connection) await ports.sockets.send([{ connection: seat.connection, frame: JSON.stringify(refused('removed')) }]);
  return { type: 'stage', id: room.id };
};
