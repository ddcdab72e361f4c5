import { type Result, refusal } from '../../game/refusals.ts';
import type { Room } from '../../game/room/room.ts';
import type { Ports } from '../ports/ports.ts';
import type { RoomStore } from '../ports/rooms.ts';

export async function authorizeHost(
  ports: Pick<Ports, 'hash'> & { store: RoomStore },
  { room: id, key }: { room: string; key: string },
): Promise<Result<Room>> {
  const room = await ports.store.room(id);
  if (!room) return refusal('noRoom');
  return room.owner === (await ports.hash(key)) ? room : refusal('notHost');
}
