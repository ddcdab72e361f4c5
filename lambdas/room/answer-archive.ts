import { answersToArchive, lastArchived, withArchived } from '../../game/room/answer-archive.ts';
import type { Room } from '../../game/room/room.ts';
import { settledBy } from '../../game/scoring/standings.ts';
import type { Seat } from '../../game/seats/seat.ts';
import type { SettledScores } from '../../game/seats/standing.ts';
import type { ArchiveStore } from '../ports/archive.ts';
import type { StandingsStore } from '../ports/standings.ts';

/** Before the next round is asked: its answers take the slots of an earlier one. */
export async function archiveRound(store: ArchiveStore, room: Room, seats: readonly Seat[], writer: string): Promise<void> {
  const [turn, answers] = answersToArchive(room, seats);
  if (answers.size > 0) await store.archiveAnswers(room, turn, answers, writer);
}

/** Of each shard, by its number. */
const eachShard = <T>(room: Room, read: (shard: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: room.shards }, (_, shard) => read(shard)));

/**
 * The seats with their answers to all rounds from this one on.
 * @param to the newest that may be archived
 */
export async function withArchive(
  store: ArchiveStore,
  room: Room,
  seats: readonly Seat[],
  from: number,
  to: number,
): Promise<Seat[]> {
  if (to < from) return [...seats];
  const archives = await eachShard(room, (shard) => store.archivedAnswers(room.id, shard, from, to));
  return seats.map((seat) => withArchived(room, seat, archives[seat.shard] ?? new Map()));
}

/** Undefined: no whole copy, or all answers are in the seats. */
export async function settledScores(store: StandingsStore, room: Room): Promise<SettledScores | undefined> {
  const { judged, firstTurn } = room;
  if (judged === undefined || lastArchived(room) < firstTurn) return undefined;
  const copies = await eachShard(room, (shard) => store.shardStandings(room.id, judged, shard));
  const kept = copies.flatMap((copy) => (copy === 'lost' ? [] : [copy]));
  if (kept.length < copies.length) return undefined;
  return { turn: settledBy(judged), scores: new Map(kept.flatMap(({ settled }) => [...settled])) };
}
