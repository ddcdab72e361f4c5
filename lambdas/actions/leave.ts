import type { PlayerMessages } from '../../game/messages.ts';
import { parseAddress } from '../../game/seats.ts';
import type { Does } from '../action.ts';
import type { Ports } from '../ports.ts';

/** "Not Ann?": in the first lobby the seat and its name are free again; once it has played, it only loses its connection. */
export const leave: Does<Ports, PlayerMessages['leave']> = async (ports, message, { connection, at }) => {
  const address = parseAddress(message.seat);
  const room = await ports.store.room(address.room);
  if (room?.phase === 'lobby' && room.turns.length === 0) await ports.store.giveUp(address, await ports.hash(message.secret));
  else await ports.store.release(address, connection, at);
  return { type: 'left' };
};
