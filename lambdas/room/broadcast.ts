// Telling a room: every connected seat of a shard gets one frame, the same bytes for all but for the standings at a reveal.

import { currentRound, type Room } from '../../game/room/room.ts';
import { syncInterval } from '../../game/wire/pacing.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import { roomView } from '../../game/wire/views.ts';
import type { Announcement, Broadcaster } from '../ports/broadcaster.ts';
import type { Store } from '../ports/ports.ts';
import type { Sockets } from '../ports/sockets.ts';

interface Ports {
  store: Store;
  sockets: Sockets;
  now(): number;
}

/**
 * Tells one shard. It may come twice or late (asynchronous invocations do), so it reads the room first: if there is other news by now it
 * says nothing, for that has an announcement of its own; otherwise it tells the room as it is. The seats are read strongly after the room's write: a seat that is not in this list has read the room since.
 * @returns how many phones could not be reached
 */
export async function broadcastToShard(
  ports: Ports,
  id: string,
  shard: number,
  announcement: Announcement,
): Promise<{ undelivered: number }> {
  const room = await ports.store.room(id);
  if (!room || (announcement.kind === 'view' && room.news > announcement.version)) return { undelivered: 0 };
  const seats = (await ports.store.seats(id, shard, { fresh: true })).flatMap(({ id: seat, connection, removed }) =>
    connection && !removed ? [{ seat, connection }] : [],
  );
  const everybody = seats.map(({ connection }) => connection);
  const sent =
    announcement.kind === 'tally'
      ? await ports.sockets.sendAll(everybody, announcement.frame)
      : room.judged === undefined || room.phase === 'question'
        ? // A question is worth telling until it opens.
          await ports.sockets.sendAll(
            everybody,
            viewFrame(room),
            room.phase === 'question' ? currentRound(room)?.opensAt : undefined,
          )
        : await ports.sockets.send(withStandings(room, seats, await ports.store.shardStandings(id, room.judged, shard)));
  const gone = new Set(sent.gone);
  const leaving = seats.filter(({ connection }) => gone.has(connection));
  await Promise.all(
    leaving.map(({ seat, connection }) => ports.store.disconnectSeat({ room: id, shard, seat }, connection, ports.now())),
  );
  return { undelivered: sent.undelivered };
}

const viewFrame = (room: Room) => {
  const frame: Frame<'view'> = { type: 'view', room: roomView(room), syncIn: syncInterval(room.players) };
  return JSON.stringify(frame);
};

/** The room is written once; each frame only adds its own seat's standing. */
function withStandings(room: Room, seats: { seat: string; connection: string }[], own: ReadonlyMap<string, object>) {
  const frame = viewFrame(room);
  const head = frame.slice(0, -1);
  return seats.map(({ seat, connection }) => {
    const standing = own.get(seat);
    return { connection, frame: standing ? `${head},"standing":${JSON.stringify(standing)}}` : frame };
  });
}

/** The crowd of one machine, and of small rooms on AWS: all shards in line. */
export const inProcessBroadcaster = (ports: Ports): Broadcaster => ({
  async broadcast(room, announcement) {
    const shards = Array.from({ length: room.shards }, (_, shard) => broadcastToShard(ports, room.id, shard, announcement));
    const told = await Promise.allSettled(shards);
    // Thrown when all others have been told: the room then counts as not told, and the next look tells it again.
    const failed = told.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    return { undelivered: told.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value.undelivered : 0), 0) };
  },
});
