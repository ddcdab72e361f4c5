import { isRefusal, refusal } from '../../../game/refusals.ts';
import { foldName } from '../../../game/seats/names.ts';
import { parseAddress } from '../../../game/seats/seat.ts';
import type { PlayerMessages } from '../../../game/wire/client-messages.ts';
import { youView } from '../../../game/wire/views.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { Ports } from '../../ports/ports.ts';
import { playerName } from '../../room/player-name.ts';
import { nameTakenRefusal } from './join.ts';

/** In the lobby only. */
export const rename: ActionHandler<Ports, PlayerMessages['rename']> = async (ports, message, { at }) => {
  const name = playerName(ports, message.name);
  if (isRefusal(name)) return name;
  const address = parseAddress(message.seat);
  const secret = await ports.hash(message.secret);
  const room = await ports.store.room(address.room);
  if (!room) return refusal('closed');
  if (room.phase !== 'lobby') {
    const found = await ports.store.seat(address, secret);
    return isRefusal(found) ? found : refusal('nameLate');
  }
  const seat = await ports.store.rename(address, secret, name, foldName(name), at);
  if (isRefusal(seat)) return seat.refused === 'nameTaken' ? nameTakenRefusal(ports, room.id, name) : seat;
  return { type: 'view', you: youView(address, seat, room) };
};
