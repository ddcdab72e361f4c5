import type { Result } from '../../game/refusals.ts';
import type { Answer, Seat, SeatAddress } from '../../game/seats/seat.ts';
import type { Speaker } from './sockets.ts';

export interface Naming {
  name: string;
  folded: string;
  /** As typed, if the word filter held it back. */
  held?: string;
  /** Epoch ms. */
  at: number;
}

export interface Join extends Speaker, Naming {
  room: string;
  shard: number;
  seat: string;
  /** SHA-256; the secret is never stored. */
  secret: string;
  /** Epoch ms. */
  expiresAt: number;
}

/** `late`: a later round has its slot. */
export type RecordedAnswer = { result: 'recorded' | 'same' | 'different'; answer: Answer; rev: number } | { result: 'late' };

/** Missing (or another secret), or removed. */
export type NoSeat = 'noSeat' | 'removed';

/** Writes prove the secret themselves. */
export interface SeatStore {
  /**
   * Takes seat and name, or neither; repeated with the same secret it is the same join.
   * A name whose seat was never written is free after 30 s.
   */
  join(joining: Join): Promise<Result<Seat, 'nameTaken' | NoSeat>>;
  nameFree(room: string, folded: string): Promise<boolean>;
  /** Strongly consistent. */
  seat(address: SeatAddress, secret: string): Promise<Result<Seat, NoSeat>>;
  /** Refused to an older connection. */
  claimSeat(address: SeatAddress, secret: string, by: Speaker): Promise<Result<Seat, NoSeat | 'taken'>>;
  /** Names are taken as in `join`. */
  rename(address: SeatAddress, secret: string, naming: Naming): Promise<Result<Seat, NoSeat | 'nameTaken'>>;
  /** The same without the secret: the host's word. */
  renameByHost(address: SeatAddress, naming: Naming): Promise<Result<Seat, NoSeat | 'nameTaken'>>;
  /** As if nobody had joined. */
  deleteSeat(address: SeatAddress, secret: string): Promise<void>;
  /** Seats with a newer connection are untouched. */
  disconnectAll(connection: string, at: number): Promise<void>;
  /** As `disconnectAll`, for one known seat: look-ups by connection may lag. */
  disconnectSeat(address: SeatAddress, connection: string, at: number): Promise<void>;
  /**
   * One conditional write: secret right, not removed, slot empty or of an earlier round. Repeatable.
   * @returns the answer that counts: the first
   */
  recordAnswer(address: SeatAddress, secret: string, turn: number, answer: Answer): Promise<Result<RecordedAnswer, NoSeat>>;
  /** Removed ones too. `fresh`: strongly consistent. */
  seats(room: string, shard: number, options: { fresh: boolean }): Promise<Seat[]>;
  /**
   * Leaves a tombstone; the name stays taken.
   * @returns the seat as it was: whom to tell
   */
  kick(address: SeatAddress): Promise<Seat | undefined>;
  /** Frees seat and name, unless removed. */
  undoJoin(address: SeatAddress): Promise<void>;
}
