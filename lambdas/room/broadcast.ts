import { currentRound, type Room } from '../../game/room/room.ts';
import { withOwnAnswer } from '../../game/scoring/out-of-time.ts';
import type { Seat } from '../../game/seats/seat.ts';
import { syncInterval } from '../../game/wire/pacing.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import { roomView } from '../../game/wire/views.ts';
import type { Announcement, Broadcaster } from '../ports/broadcaster.ts';
import type { Store } from '../ports/ports.ts';
import type { Sockets } from '../ports/sockets.ts';
import type { KeptStandings } from '../ports/standings.ts';
import { frameText, withinFrame } from './frame-text.ts';

interface Ports {
  store: Store;
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
  if (!room || (announcement.kind === 'view' && room.news > announcement.version)) return { undelivered: 0 };
  const seats = (await ports.store.seats(id, shard, { fresh: true })).flatMap((seat) =>
    seat.connection && !seat.removed ? [{ seat, connection: seat.connection }] : [],
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
    leaving.map(({ seat, connection }) =>
      ports.store.disconnectSeat({ room: id, shard, seat: seat.id }, connection, ports.now()),
    ),
  );
  return { undelivered: sent.undelivered };
}

const viewFrame = (room: Room) => {
  const frame: Frame<'view'> = { type: 'view', room: roomView(room), syncIn: syncInterval(room.players) };
  return frameText(frame);
};

function withStandings(room: Room, seats: { seat: Seat; connection: string }[], kept: KeptStandings | 'lost') {
  const frame = viewFrame(room);
  const head = frame.slice(0, -1);
  return seats.map(({ seat, connection }) => {
    const standing = kept === 'lost' ? undefined : kept.own.get(seat.id);
    const told = standing && JSON.stringify(withOwnAnswer(room, seat, standing));
    return { connection, frame: told ? withinFrame(`${head},"standing":${told}}`) : frame };
  });
}

export const inProcessBroadcaster = (ports: Ports): Broadcaster => ({
  async broadcast(room, announcement) {
    const shards = Array.from({ length: room.shards }, (_, shard) => broadcastToShard(ports, room.id, shard, announcement));
    const told = await Promise.allSettled(shards);
    // Thrown after the others; the next look repeats it.
    const failed = told.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    return { undelivered: told.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value.undelivered : 0), 0) };
  },
});
