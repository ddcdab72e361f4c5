import { isRefusal, type Result } from '../../game/refusals.ts';
import type { Room, RoomChange } from '../../game/room/room.ts';
import type { Played } from '../../game/room/transitions.ts';
import { standings } from '../../game/scoring/standings.ts';
import type { HostPorts } from '../ports/ports.ts';

export interface AppliedChange {
  room: Room;
  undelivered: number;
}

/**
 * Announces the change unless it has `told`.
 * @param played for a reveal or a podium, whose standings it derives
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
      ? deriveStandings({ ...room, ...change }, played)
      : undefined;
  const news = change.told === undefined ? { news: room.version + 1 } : undefined;
  const whole = { ...change, ...derived?.change, ...news };
  const next = await ports.store.changeRoom(room.id, room.version, whole, changeId, ports.now());
  if (isRefusal(next)) return next;
  // The winner caches standings, before broadcasting.
  if (derived) await ports.store.saveStandings(next, derived.change.judged, derived.own);
  return next.told < next.version ? broadcastRoom(ports, next) : { room: next, undelivered: 0 };
}

function deriveStandings(room: Room, { quiz, seats }: Played) {
  const turn = room.turns.findLastIndex((one, t) => t >= room.firstTurn && !one.void);
  if (turn < 0) return undefined;
  const { own, top } = standings(room, quiz, seats, room.version + 1);
  return { own, change: { judged: turn, top } };
}

export async function broadcastRoom(ports: HostPorts, room: Room): Promise<AppliedChange> {
  const { undelivered } = await ports.broadcaster.broadcast(room, { kind: 'view', version: room.version });
  await ports.store.updateRoomMeta(room.id, { told: room.version });
  return { room, undelivered };
}

/** Random: tells racing writers apart. */
export const newChangeId = ({ random }: HostPorts) =>
  Array.from(random(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
