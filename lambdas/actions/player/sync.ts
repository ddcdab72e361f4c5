import { parseAddress } from '../../../game/seats/seat.ts';
import type { PlayerMessages } from '../../../game/wire/client-messages.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { Ports } from '../../ports/ports.ts';
import { playerView } from '../../room/player-view.ts';

/**
 * The one repair: takes the seat to the connection that it comes by, unless a newer one plays it, and answers with whatever is newer
 * than what the client has. Also the way back in after a reload, and the keep-alive.
 */
export const sync: ActionHandler<Ports, PlayerMessages['sync']> = async (ports, message, { connection, connectedAt }) => {
  const address = parseAddress(message.seat);
  const secret = await ports.hash(message.secret);
  const found = await ports.store.seat(address, secret);
  if (typeof found === 'string') return { refused: found };
  // Write the connection first and read the room afterwards: so no announcement falls between the two.
  const seat =
    found.connection === connection ? found : await ports.store.claimSeat(address, secret, { connection, connectedAt });
  if (typeof seat === 'string') return { refused: seat };
  const room = await ports.store.room(address.room);
  if (!room) return { refused: 'closed' };
  return playerView(ports, address, seat, room, message);
};
