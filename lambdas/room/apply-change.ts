import { isRefusal, type Result } from '../../game/refusals.ts';
import { lastArchived } from '../../game/room/answer-archive.ts';
import { lastCounted, type Room, type RoomChange } from '../../game/room/room.ts';
import { allPlayed, type Played } from '../../game/room/transitions.ts';
import { standings } from '../../game/scoring/standings.ts';
import { rankTable } from '../../game/seats/rank-table.ts';
import { utf8Bytes } from '../../game/utf8.ts';
import { roomView } from '../../game/wire/views.ts';
import type { ArchiveStore } from '../ports/archive.ts';
import type { HostPorts } from '../ports/ports.ts';
import type { RoomStore } from '../ports/rooms.ts';
import type { StandingsStore } from '../ports/standings.ts';
import { archiveRound, settledScores, withArchive } from './answer-archive.ts';
import { deliver } from './delivery.ts';

export interface AppliedChange {
  room: Room;
  undelivered: number;
}

type QuizAndSeats = Pick<Played, 'quiz' | 'seats'>;

interface Change {
  change: RoomChange;
  /** Tells an own write from another's after a lost reply. */
  id: string;
  /** Players hear of it. */
  announced: boolean;
  /** For a reveal or podium, whose standings it derives, and for a new round, before which it archives one. */
  played?: QuizAndSeats | undefined;
}

/** @returns `conflict` when another change came first */
export async function applyChange(
  ports: HostPorts,
  room: Room,
  { change, id, announced, played }: Change,
): Promise<Result<AppliedChange, 'conflict'>> {
  const isGraded = change.phase === 'reveal' || change.phase === 'podium';
  const graded = played && isGraded ? await gradedChange(ports.store, { ...room, ...change }, played) : undefined;
  const isAsked = change.turns && change.turns.length > room.turns.length;
  if (played && isAsked) await archiveRound(ports.store, room, played.seats, newChangeId(ports));
  const next = await ports.store.changeRoom(room.id, room.version, { ...change, ...graded?.change, announced }, id, ports.now());
  if (isRefusal(next)) return next;
  if (!announced) return { room: next, undelivered: 0 };
  if (!graded) return deliver(ports, next);
  // Only who has missed something waits for the kept standings.
  return deliver(ports, next, played?.seats, () => ports.store.saveStandings(next, graded.change.judged, graded.kept));
}

/** Transports meter a frame in units of 5 KB. */
const FRAME_UNIT_BYTES = 5000;
const TABLE_BYTES = 2500;
const LEAST_TABLE_BYTES = 1000;

async function gradedChange(store: RoomStore & ArchiveStore & StandingsStore, room: Room, { quiz, seats }: QuizAndSeats) {
  if (lastCounted(room) < 0) return undefined;
  // The podium is derived from every answer.
  const before = room.phase === 'podium' ? undefined : await settledScores(store, room);
  const from = before ? before.turn + 1 : room.firstTurn;
  const hasAll = (quiz.from ?? 0) <= from - room.firstTurn;
  const [answered, questions] = await Promise.all([
    withArchive(store, room, seats, from, lastArchived(room)),
    hasAll ? quiz : store.questions(room, ...allPlayed(room)),
  ]);
  const graded = standings(room, questions, answered, room.version + 1, before);
  const { turn: judged, top, points } = graded;
  const left = FRAME_UNIT_BYTES - utf8Bytes(JSON.stringify(roomView({ ...room, judged, top, ranks: undefined })));
  const ranks = rankTable(points, Math.max(LEAST_TABLE_BYTES, Math.min(TABLE_BYTES, left)));
  return { kept: graded, change: { judged, top, ranks } };
}

/** Random: tells racing writers apart. */
export const newChangeId = ({ random }: HostPorts) =>
  Array.from(random(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
