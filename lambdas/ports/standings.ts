import type { Room } from '../../game/room/room.ts';
import type { SeatAddress } from '../../game/seats/seat.ts';
import type { PlayerStanding, Score } from '../../game/seats/standing.ts';

/** By seat id; both have the same seats. */
export interface KeptStandings {
  own: ReadonlyMap<string, PlayerStanding>;
  /** What the next reveal builds on. */
  settled: ReadonlyMap<string, Score>;
}

/** A cache: it may be lost. */
export interface StandingsStore {
  /** Never replaces a newer version's. */
  saveStandings(room: Room, turn: number, kept: KeptStandings): Promise<void>;
  /** Undefined: joined later. `lost`: no copy. */
  seatStanding(address: SeatAddress, turn: number): Promise<PlayerStanding | 'lost' | undefined>;
  /** Of this shard's seats at least. `lost`: no whole copy. */
  shardStandings(room: string, turn: number, shard: number): Promise<KeptStandings | 'lost'>;
}
