// In memory; journalled before it is acknowledged.
import type { SavedDraft } from '../../game/quiz/library.ts';
import type { Question } from '../../game/quiz/questions/index.ts';
import type { Room } from '../../game/room/room.ts';
import type { KeptHead } from '../../lambdas/ports/library.ts';
import type { Store } from '../../lambdas/ports/ports.ts';
import { type ArchiveRecord, archivedRound, archiveKey, archiveVerbs, type RoomArchive, roundOfArchive } from './archive.ts';
import { hostVerbs } from './hosts.ts';
import type { Journal } from './journal.ts';
import { draftsOf, type Library, libraryOf, libraryVerbs } from './library.ts';
import { type RoomRecords, roomKey, roomVerbs } from './rooms.ts';
import { insertSeat, type RoomSeats, type StoredSeat, seatKey, seatsOfRoom, seatVerbs } from './seats.ts';
import { type RoomStandings, standingsVerbs } from './standings.ts';

export interface LocalStore extends Store {
  purge(): void;
  /** Of all libraries. */
  allDrafts(): Iterable<SavedDraft>;
  /** Of all rooms. */
  roomQuestions(): Iterable<readonly Question[]>;
}

/** Returning players learn of the end, ms. */
const CLOSED_FOR_MS = 10 * 60_000;

/** Earlier connections count as lost. @param now epoch ms */
export function openStore(journal: Journal, now: () => number): LocalStore {
  const records: RoomRecords = { rooms: new Map(), questions: new Map() };
  const invitations = new Set<string>();
  const libraries = new Map<string, Library>();
  const seatsByRoom = new Map<string, RoomSeats>();
  const results = new Map<string, RoomStandings>();
  const archives = new Map<string, RoomArchive>();
  for (const { pk, sk, value } of journal.rows()) {
    const [sort, id = '', quiz = ''] = pk.split('#');
    const archived = archivedRound(sk);
    if (sort === 'HOST') invitations.add(id);
    else if (sort === 'LIB') libraryOf(libraries, id).heads.set(sk.slice('HEAD#'.length), value as KeptHead);
    else if (sort === 'QUIZ') draftsOf(libraryOf(libraries, id), quiz).set(sk.slice('Q#'.length), value as SavedDraft);
    else if (sk === 'ROOM') records.rooms.set(id, { ...(value as Room), host: undefined });
    else if (sk === 'QUESTIONS') records.questions.set(id, value as Question[]);
    else if (archived !== undefined) {
      const answers = roundOfArchive(archives, id, archived);
      for (const [seat, answer] of Object.entries(value as ArchiveRecord)) answers.set(seat, answer);
    } else insertSeat(seatsOfRoom(seatsByRoom, id), left(value as StoredSeat, now()));
  }

  const store: LocalStore = {
    ...hostVerbs(journal, invitations),
    ...libraryVerbs(journal, libraries),
    ...roomVerbs(journal, now, records),
    ...seatVerbs(journal, seatsByRoom),
    ...archiveVerbs(journal, archives),
    ...standingsVerbs(results),
    allDrafts: () => [...libraries.values()].flatMap(({ drafts }) => [...drafts.values()].flatMap((of) => [...of.values()])),
    roomQuestions: () => records.questions.values(),
    purge() {
      for (const room of records.rooms.values()) {
        if (room.expiresAt > now() && !(room.phase === 'closed' && now() - room.changedAt > CLOSED_FOR_MS)) continue;
        const archived = [...(archives.get(room.id)?.keys() ?? [])].map(archiveKey);
        for (const sk of ['ROOM', 'QUESTIONS', ...archived]) journal.put(roomKey(room.id), sk, undefined);
        for (const seat of seatsByRoom.get(room.id)?.seats.values() ?? []) {
          journal.put(seatKey(room.id, seat.shard), `SEAT#${seat.id}`, undefined);
        }
        records.rooms.delete(room.id);
        records.questions.delete(room.id);
        seatsByRoom.delete(room.id);
        results.delete(room.id);
        archives.delete(room.id);
      }
    },
  };
  store.purge();
  return store;
}

const left = (seat: StoredSeat, at: number): StoredSeat =>
  // The clock may have been set since: whoever comes now is newer.
  ({ ...seat, connectedAt: 0, ...(seat.connection && { connection: undefined, leftAt: at }) });
