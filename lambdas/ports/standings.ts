import type { Room } from '../../game/room/room.ts';
import type { SeatAddress } from '../../game/seats/seat.ts';
import type { PlayerStanding } from '../../game/seats/standing.ts';

/** A cache: it may be lost. */
export interface StandingsStore {
  /** Never replaces a newer version's. */
  saveStandings(room: Room, turn: number, own: ReadonlyMap<string, PlayerStanding>): Promise<void>;
  /** Undefined: joined later. `lost`: no copy. */
  seatStanding(address: SeatAddress, turn: number): Promise<PlayerStanding | 'lost' | undefined>;
  shardStandings(room: string, turn: number, shard: number): Promise<ReadonlyMap<string, PlayerStanding>>;
}
