// Telling a room: every connected seat of a shard gets one frame, the same bytes for all but for the standings at a reveal.
import type { Frame } from '../game/messages.ts';
import type { Room } from '../game/room.ts';
import { roomView, syncIn } from '../game/views.ts';
import type { Announcement, Crowd, Sockets, Store } from './ports.ts';

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
export async function announceShard(
  ports: Ports,
  id: string,
  shard: number,
  announcement: Announcement,
): Promise<{ missed: number }> {
  const room = await ports.store.room(id);
  if (!room || (announcement.say === 'view' && room.news > announcement.version)) return { missed: 0 };
  const seats = (await ports.store.seats(id, shard, { fresh: true })).flatMap(({ id: seat, connection, removed }) =>
    connection && !removed ? [{ seat, connection }] : [],
  );
  const everybody = seats.map(({ connection }) => connection);
  const sent =
    announcement.say === 'tally'
      ? await ports.sockets.sendAll(everybody, announcement.frame)
      : room.judged === undefined || room.phase === 'question'
        ? await ports.sockets.sendAll(everybody, viewFrame(room))
        : await ports.sockets.send(withStandings(room, seats, await ports.store.results(id, room.judged, shard)));
  const gone = new Set(sent.gone);
  const leaving = seats.filter(({ connection }) => gone.has(connection));
  await Promise.all(
    leaving.map(({ seat, connection }) => ports.store.release({ room: id, shard, seat }, connection, ports.now())),
  );
  return { missed: sent.missed };
}

const viewFrame = (room: Room) => {
  const frame: Frame<'view'> = { type: 'view', room: roomView(room), syncIn: syncIn(room.players) };
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

/** The crowd of one machine, and of small rooms on AWS: shard after shard, in line. */
export const inLine = (ports: Ports): Crowd => ({
  async tell(room, announcement) {
    let missed = 0;
    for (let shard = 0; shard < room.shards; shard++) missed += (await announceShard(ports, room.id, shard, announcement)).missed;
    return { missed };
  },
});
