import type { PlayerMessages } from '../../game/messages.ts';
import { foldName } from '../../game/names.ts';
import { parseAddress } from '../../game/seats.ts';
import { youView } from '../../game/views.ts';
import type { Does } from '../action.ts';
import { nameFor } from '../naming.ts';
import type { Ports } from '../ports.ts';
import { nameTaken } from './join.ts';

/** Another name, while everybody is still in the lobby. */
export const rename: Does<Ports, PlayerMessages['rename']> = async (ports, message, { at }) => {
  const name = nameFor(ports, message.name);
  if (typeof name !== 'string') return name;
  const address = parseAddress(message.seat);
  const room = await ports.store.room(address.room);
  if (!room) return { refused: 'closed' };
  if (room.phase !== 'lobby') return { refused: 'nameLate' };
  const seat = await ports.store.rename(address, await ports.hash(message.secret), name, foldName(name), at);
  if (seat === 'nameTaken') return nameTaken(ports, room.id, name);
  if (typeof seat === 'string') return { refused: seat };
  return { type: 'view', you: youView(address, seat, room) };
};
