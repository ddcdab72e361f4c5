import type { Answer } from '../../game/seats/seat.ts';
import type { ArchiveStore } from '../../lambdas/ports/archive.ts';
import type { Journal } from './journal.ts';
import { roomKey } from './rooms.ts';

/** Of a room, by round and seat id. */
export type RoomArchive = Map<number, Map<string, Answer>>;

const PREFIX = 'ANSWERS#';
export const archiveKey = (turn: number) => `${PREFIX}${turn}`;
/** Undefined: a row of something else. */
export const archivedRound = (sk: string) => (sk.startsWith(PREFIX) ? Number(sk.slice(PREFIX.length)) : undefined);
export type ArchiveRecord = Record<string, Answer>;

export function roundOfArchive(archives: Map<string, RoomArchive>, room: string, turn: number): Map<string, Answer> {
  const archive: RoomArchive = archives.get(room) ?? new Map();
  const answers = archive.get(turn) ?? new Map<string, Answer>();
  archives.set(room, archive.set(turn, answers));
  return answers;
}

export function archiveVerbs(journal: Journal, archives: Map<string, RoomArchive>): ArchiveStore {
  return {
    async archiveAnswers({ id }, turn, answers) {
      const kept = roundOfArchive(archives, id, turn);
      for (const [seat, answer] of answers) kept.set(seat, answer);
      // The journal keeps order: on disk before the round that follows.
      journal.put(roomKey(id), archiveKey(turn), Object.fromEntries(kept));
    },
    archivedAnswers: async (room, _shard, from, to) =>
      new Map([...(archives.get(room) ?? [])].filter(([turn]) => turn >= from && turn <= to)),
  };
}
