import { isRefusal, refusal } from '../../../game/refusals.ts';
import { parseAddress } from '../../../game/seats/seat.ts';
import type { PlayerMessages } from '../../../game/wire/client-messages.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { Ports } from '../../ports/ports.ts';
import { playerView } from '../../room/player-view.ts';

/**
 * Repairs everything: takes the seat to this connection and replies with what is newer.
 * Also used to rejoin, and as keep-alive.
 */
export const sync: ActionHandler<Ports, PlayerMessages['sync']> = async (ports, message, { connection, connectedAt }) => {
  const address = parseAddress(message.seat);
  const secret = await ports.hash(message.secret);
  const found = await ports.store.seat(address, secret);
  if (isRefusal(found)) return found;
  // Connection first, room second: no announcement falls in between.
  const seat =
    found.connection === connection ? found : await ports.store.claimSeat(address, secret, { connection, connectedAt });
  const room = await ports.store.room(address.room);
  if (!room || room.phase === 'closed') return refusal('closed');
  return isRefusal(seat) ? seat : playerView(ports, address, seat, room, message);
};
