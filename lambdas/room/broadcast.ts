import { currentRound, type Room } from '../../game/room/room.ts';
import type { Seat } from '../../game/seats/seat.ts';
import { syncInterval } from '../../game/wire/pacing.ts';
import { roomView } from '../../game/wire/views.ts';
import type { Announcement, Broadcaster } from '../ports/broadcaster.ts';
import type { RoomStore } from '../ports/rooms.ts';
import type { SeatStore } from '../ports/seats.ts';
import type { Sockets } from '../ports/sockets.ts';
import { frameText } from './frame-text.ts';

interface Ports {
  store: RoomStore & SeatStore;
  sockets: Sockets;
  now(): number;
}

/**
 * May run late or twice; yields to newer announcements.
 * Reads seats strongly, after the room's write.
 * @returns phones not reached
 */
export async function broadcastToShard(
  ports: Ports,
  id: string,
  shard: number,
  announcement: Announcement,
): Promise<{ undelivered: number }> {
  const room = await ports.store.room(id);
  if (!room || (announcement.kind === 'view' && room.delivery.needed > announcement.version)) return { undelivered: 0 };
  return sendToSeats(ports, room, announcement, await ports.store.seats(id, shard, { fresh: true }));
}

async function sendToSeats(
  ports: Ports,
  room: Room,
  announcement: Announcement,
  seats: readonly Seat[],
): Promise<{ undelivered: number }> {
  const present = seats.flatMap((seat) => (seat.connection && !seat.removed ? [{ seat, connection: seat.connection }] : []));
  // A question is worth telling until it opens.
  const until = announcement.kind === 'view' && room.phase === 'question' ? currentRound(room)?.opensAt : undefined;
  const { gone, undelivered } = await ports.sockets.sendAll(
    present.map(({ connection }) => connection),
    announcement.kind === 'tally' ? announcement.frame : viewFrame(room),
    until,
  );
  const left = new Set(gone);
  await Promise.all(
    present
      .filter(({ connection }) => left.has(connection))
      .map(({ seat, connection }) =>
        ports.store.disconnectSeat({ room: room.id, shard: seat.shard, seat: seat.id }, connection, ports.now()),
      ),
  );
  return { undelivered };
}

/** The same bytes for everybody. */
const viewFrame = (room: Room) => frameText({ type: 'view', room: roomView(room), syncIn: syncInterval(room.players) });

export const inProcessBroadcaster = (ports: Ports): Broadcaster => ({
  async broadcast(room, announcement, seats) {
    const shards = Array.from({ length: room.shards }, (_, shard) =>
      seats
        ? sendToSeats(
            ports,
            room,
            announcement,
            seats.filter((seat) => seat.shard === shard),
          )
        : broadcastToShard(ports, room.id, shard, announcement),
    );
    const told = await Promise.allSettled(shards);
    // Thrown after the others; the next look repeats it.
    const failed = told.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    return { undelivered: told.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value.undelivered : 0), 0) };
  },
});
