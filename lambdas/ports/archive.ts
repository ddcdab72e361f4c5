import type { ArchivedAnswers } from '../../game/room/answer-archive.ts';
import type { Room } from '../../game/room/room.ts';
import type { Answer } from '../../game/seats/seat.ts';

/** Answers that seats hold no longer. Every read is strongly consistent. */
export interface ArchiveStore {
  /**
   * Adds to what is there; of two writers at once each keeps its own.
   * @param writer random
   */
  archiveAnswers(room: Room, turn: number, answers: ReadonlyMap<string, Answer>, writer: string): Promise<void>;
  /** Rounds `from` to `to`, of this shard's seats at least. */
  archivedAnswers(room: string, shard: number, from: number, to: number): Promise<ArchivedAnswers>;
}
