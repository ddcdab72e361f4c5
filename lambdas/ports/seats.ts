import type { Result } from '../../game/refusals.ts';
import type { Answer, Seat, SeatAddress } from '../../game/seats/seat.ts';
import type { Speaker } from './sockets.ts';

export interface Join extends Speaker {
  room: string;
  shard: number;
  seat: string;
  /** SHA-256 of the seat's secret; secrets are never stored. */
  secret: string;
  name: string;
  /** `foldName(name)`, unique within a room. */
  folded: string;
  at: number;
  /** The room's, epoch ms. */
  expiresAt: number;
}

/** Missing (or another secret), or removed by the host. */
export type NoSeat = 'noSeat' | 'removed';

/** Seats. Each verb that takes a secret proves it in the same write. */
export interface SeatStore {
  /**
   * Takes the name, then the seat. Repeated with the same secret it is the same join.
   * A name whose seat is missing or renamed may be taken over after 30 s.
   */
  join(joining: Join): Promise<Result<Seat, 'nameTaken' | NoSeat>>;
  nameFree(room: string, folded: string): Promise<boolean>;
  /** Strongly consistent. */
  seat(address: SeatAddress, secret: string): Promise<Result<Seat, NoSeat>>;
  /** Makes this connection the seat's, unless a newer one is. */
  claimSeat(address: SeatAddress, secret: string, by: Speaker): Promise<Result<Seat, NoSeat | 'taken'>>;
  /** The new name is free under the same rule as in `join`. */
  rename(
    address: SeatAddress,
    secret: string,
    name: string,
    folded: string,
    at: number,
  ): Promise<Result<Seat, NoSeat | 'nameTaken'>>;
  /** Gives up seat and name, as if nobody had joined. */
  deleteSeat(address: SeatAddress, secret: string): Promise<void>;
  /** A connection is lost: its seats stay. A seat with a newer connection is untouched. */
  disconnectAll(connection: string, at: number): Promise<void>;
  /** The same for one known seat: the look-up by connection may lag. */
  disconnectSeat(address: SeatAddress, connection: string, at: number): Promise<void>;
  /**
   * One conditional write: proves the secret, refuses a second answer, records the receipt.
   * @returns the answer that counts, and whether it was recorded now or before
   */
  recordAnswer(
    address: SeatAddress,
    secret: string,
    turn: number,
    answer: Answer,
  ): Promise<Result<{ result: 'recorded' | 'same' | 'different'; answer: Answer; rev: number }, NoSeat>>;
  /** All seats of a shard, removed ones included. `fresh`: strongly consistent. */
  seats(room: string, shard: number, options: { fresh: boolean }): Promise<Seat[]>;
  /** Leaves a tombstone, and the name taken. Returns the seat as it was. */
  kick(address: SeatAddress): Promise<Seat | undefined>;
  /** Undoes a join: seat and name are free. A removed seat stays. */
  undoJoin(address: SeatAddress): Promise<void>;
}
