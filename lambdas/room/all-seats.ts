import type { Room } from '../../game/room/room.ts';
import type { Seat } from '../../game/seats/seat.ts';
import type { SeatStore } from '../ports/seats.ts';

/** Removed ones too. `fresh`: strongly consistent. */
export async function allSeats(store: SeatStore, room: Room, options: { fresh: boolean }): Promise<Seat[]> {
  const shards = Array.from({ length: room.shards }, (_, shard) => store.seats(room.id, shard, options));
  return (await Promise.all(shards)).flat();
}
