import { parseAddress } from '../../../game/seats/seat.ts';
import type { PlayerMessages } from '../../../game/wire/client-messages.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { Ports } from '../../ports/ports.ts';

/** In the first lobby the seat is deleted; later it is only disconnected. */
export const leave: ActionHandler<Ports, PlayerMessages['leave']> = async (ports, message, { connection, at }) => {
  const address = parseAddress(message.seat);
  const room = await ports.store.room(address.room);
  if (room?.phase === 'lobby' && room.turns.length === 0) await ports.store.deleteSeat(address, await ports.hash(message.secret));
  else await ports.store.disconnectSeat(address, connection, at);
  return { type: 'left' };
};
