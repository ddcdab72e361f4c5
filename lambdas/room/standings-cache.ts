import type { Room } from '../../game/room/room.ts';
import { allPlayed } from '../../game/room/transitions.ts';
import { standings } from '../../game/scoring/standings.ts';
import type { SeatAddress } from '../../game/seats/seat.ts';
import type { PlayerStanding } from '../../game/seats/standing.ts';
import type { ArchiveStore } from '../ports/archive.ts';
import type { RoomStore } from '../ports/rooms.ts';
import type { SeatStore } from '../ports/seats.ts';
import type { StandingsStore } from '../ports/standings.ts';
import { allSeats } from './all-seats.ts';
import { withArchive } from './answer-archive.ts';
import { isPending } from './delivery.ts';

interface Stores {
  store: RoomStore & SeatStore & ArchiveStore & StandingsStore;
}

/** Rebuilds a lost cache, except during a broadcast. */
export async function readStanding({ store }: Stores, address: SeatAddress, room: Room): Promise<PlayerStanding | undefined> {
  if (room.judged === undefined) return undefined;
  const kept = await store.seatStanding(address, room.judged);
  if (kept !== 'lost') return kept;
  return isPending(room) ? undefined : (await rebuildStandings({ store }, room))?.get(address.seat);
}

/** Grades the room anew and caches it. */
export async function rebuildStandings({ store }: Stores, room: Room): Promise<Map<string, PlayerStanding> | undefined> {
  const last = room.judged;
  if (last === undefined) return undefined;
  const judged = { ...room, turns: room.turns.slice(0, last + 1) };
  const [quiz, read] = await Promise.all([store.questions(room, ...allPlayed(judged)), allSeats(store, room, { fresh: true })]);
  // Others may have moved on since the room was read.
  const seats = await withArchive(store, room, read, room.firstTurn, last);
  const derived = standings(judged, quiz, seats, room.version);
  await store.saveStandings(room, last, derived);
  return derived.own;
}
