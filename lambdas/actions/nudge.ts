import type { HostMessages } from '../../game/messages.ts';
import { parseAddress } from '../../game/seats.ts';
import { roomView } from '../../game/views.ts';
import type { Does } from '../action.ts';
import { settle } from '../carry-out.ts';
import type { HostPorts } from '../ports.ts';
import { wholeView } from '../whole-view.ts';

/** A player's page finds that a deadline has passed and nobody moved the room on: the host is gone, so whoever speaks first does. */
export const nudge: Does<HostPorts, HostMessages['nudge']> = async (ports, message) => {
  const address = parseAddress(message.seat);
  const seat = await ports.store.seat(address, await ports.hash(message.secret));
  if (typeof seat === 'string') return { refused: seat };
  const found = await ports.store.room(address.room);
  if (!found) return { refused: 'closed' };
  const { room } = await settle(ports, found);
  if (room.version > found.version && room.host) {
    const frame = JSON.stringify({ type: 'stage', id: room.id, room: roomView(room) });
    await ports.sockets.send([{ connection: room.host.connection, frame }]);
  }
  return wholeView(ports, address, seat, room, { version: message.version, rev: seat.rev });
};
