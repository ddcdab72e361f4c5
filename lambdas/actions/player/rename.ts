import { isRefusal, refusal } from '../../../game/refusals.ts';
import { parseAddress } from '../../../game/seats/seat.ts';
import type { PlayerMessages } from '../../../game/wire/client-messages.ts';
import { youView } from '../../../game/wire/views.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { Ports } from '../../ports/ports.ts';
import { nameTakenRefusal } from '../../room/name-taken.ts';
import { playerName, takeName } from '../../room/player-name.ts';

/** In the lobby only. */
export const rename: ActionHandler<Ports, PlayerMessages['rename']> = async (ports, message, { at }) => {
  const chosen = playerName(ports, message.name);
  if (isRefusal(chosen)) return chosen;
  const address = parseAddress(message.seat);
  const secret = await ports.hash(message.secret);
  const room = await ports.store.room(address.room);
  if (!room) return refusal('closed');
  if (room.phase !== 'lobby') {
    const found = await ports.store.seat(address, secret);
    return isRefusal(found) ? found : refusal('nameLate');
  }
  const seat = await takeName(ports, chosen, (naming) => ports.store.rename(address, secret, { ...naming, at }));
  if (isRefusal(seat)) return seat.refused === 'nameTaken' ? nameTakenRefusal(ports, room.id, chosen.name) : seat;
  return { type: 'view', you: youView(address, seat, room) };
};
