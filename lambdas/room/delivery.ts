import type { Room } from '../../game/room/room.ts';
import type { Move } from '../../game/room/transitions.ts';
import type { Seat } from '../../game/seats/seat.ts';
import { roomView } from '../../game/wire/views.ts';
import type { HostPorts } from '../ports/ports.ts';
import { frameText } from './frame-text.ts';

/** Players reached per second; reading time hides it. */
const BROADCASTS_PER_SECOND = 5000;
/** RULES C2, ms. */
export const tellingMs = (players: number) => 1000 + (players / BROADCASTS_PER_SECOND) * 1000;

/** Phones show the same after them. */
const QUIET: readonly Move[] = ['standings', 'lock', 'unlock', 'guard', 'unguard'];
export const isAnnounced = (move: Move) => !QUIET.includes(move);

/** Until a broken-off broadcast is repeated, ms. */
const REDELIVER_AFTER_MS = 3000;
export const isOverdue = ({ delivery, changedAt }: Room, now: number) =>
  isPending({ delivery }) && now - changedAt > REDELIVER_AFTER_MS;

export const isPending = ({ delivery: { needed, done } }: Pick<Room, 'delivery'>) => done < needed;

/**
 * The host first: the room looks at their screen.
 * @param seats as just read, to spare reading them again
 * @param after what nobody waits for; without it the delivery is not done
 */
export async function deliver(
  ports: HostPorts,
  room: Room,
  seats?: readonly Seat[],
  after?: () => Promise<void>,
): Promise<{ room: Room; undelivered: number }> {
  const { version } = room;
  const host = tellHost(ports, room);
  const players = ports.broadcaster.broadcast(room, { kind: 'view', version }, seats);
  const [{ undelivered }] = await Promise.all([players, host]);
  await after?.();
  await ports.store.delivered(room.id, version);
  return { room, undelivered };
}

async function tellHost({ sockets }: HostPorts, room: Room) {
  if (!room.host) return;
  const frame = frameText({ type: 'stage', id: room.id, room: roomView(room) });
  await sockets.send([{ connection: room.host.connection, frame }]);
}
