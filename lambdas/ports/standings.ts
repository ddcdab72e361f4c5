import type { Room } from '../../game/room/room.ts';
import type { SeatAddress } from '../../game/seats/seat.ts';
import type { PlayerStanding } from '../../game/seats/standing.ts';

/** A cache of derived standings: it may be lost. */
export interface StandingsStore {
  /** Never replaces those of a newer room version. */
  saveStandings(room: Room, turn: number, own: ReadonlyMap<string, PlayerStanding>): Promise<void>;
  /** Undefined when the seat joined later; `lost` when there is no copy. */
  seatStanding(address: SeatAddress, turn: number): Promise<PlayerStanding | 'lost' | undefined>;
  shardStandings(room: string, turn: number, shard: number): Promise<ReadonlyMap<string, PlayerStanding>>;
}
