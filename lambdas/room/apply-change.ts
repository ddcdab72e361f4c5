import { isRefusal, type Result } from '../../game/refusals.ts';
import { lastArchived } from '../../game/room/answer-archive.ts';
import type { Room, RoomChange } from '../../game/room/room.ts';
import type { Played } from '../../game/room/transitions.ts';
import { standings } from '../../game/scoring/standings.ts';
import type { HostPorts, Store } from '../ports/ports.ts';
import { archiveRound, settledScores, withArchive } from './answer-archive.ts';

export interface AppliedChange {
  room: Room;
  undelivered: number;
}

/**
 * Announces the change unless it has `told`.
 * @param played for a reveal or podium, whose standings it derives, and for a new round, before which it archives one
 * @returns `conflict` when another change came first
 */
export async function applyChange(
  ports: HostPorts,
  room: Room,
  change: RoomChange,
  changeId: string,
  played?: Played,
): Promise<Result<AppliedChange, 'conflict'>> {
  const derived =
    played && (change.phase === 'reveal' || change.phase === 'podium')
      ? await deriveStandings(ports.store, { ...room, ...change }, played)
      : undefined;
  const isAsked = change.turns && change.turns.length > room.turns.length;
  if (played && isAsked) await archiveRound(ports.store, room, played.seats, newChangeId(ports));
  const news = change.told === undefined ? { news: room.version + 1 } : undefined;
  const whole = { ...change, ...derived?.change, ...news };
  const next = await ports.store.changeRoom(room.id, room.version, whole, changeId, ports.now());
  if (isRefusal(next)) return next;
  // The winner caches standings, before broadcasting.
  if (derived) await ports.store.saveStandings(next, derived.change.judged, derived);
  return next.told < next.version ? broadcastRoom(ports, next) : { room: next, undelivered: 0 };
}

async function deriveStandings(store: Store, room: Room, { quiz, seats }: Played) {
  const turn = room.turns.findLastIndex((one, t) => t >= room.firstTurn && !one.void);
  if (turn < 0) return undefined;
  // The podium is derived from every answer.
  const before = room.phase === 'podium' ? undefined : await settledScores(store, room);
  const answered = await withArchive(store, room, seats, before ? before.turn + 1 : room.firstTurn, lastArchived(room));
  const { own, settled, top } = standings(room, quiz, answered, room.version + 1, before);
  return { own, settled, change: { judged: turn, top } };
}

export async function broadcastRoom(ports: HostPorts, room: Room): Promise<AppliedChange> {
  const { undelivered } = await ports.broadcaster.broadcast(room, { kind: 'view', version: room.version });
  await ports.store.updateRoomMeta(room.id, { told: room.version });
  return { room, undelivered };
}

/** Random: tells racing writers apart. */
export const newChangeId = ({ random }: HostPorts) =>
  Array.from(random(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
