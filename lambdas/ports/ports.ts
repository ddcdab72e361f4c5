// All that differs between AWS and one machine. The verbs are the game's; each one's atomicity and consistency is its contract, and
// test/contracts/store.ts holds every implementation to it.

import type { Quiz } from '../../game/quiz/quiz.ts';
import type { Room, RoomChange } from '../../game/room/room.ts';
import type { Answer, Seat, SeatAddress } from '../../game/seats/seat.ts';
import type { PlayerStanding } from '../../game/seats/standing.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import type { Broadcaster } from './broadcaster.ts';
import type { FoundRoom } from './rooms.ts';
import type { Join, NoSeat } from './seats.ts';
import type { Sockets, Speaker } from './sockets.ts';

export interface Store {
  // Hosts and quizzes.
  /** Lets whoever has the key (as its hash) open rooms. */
  invite(key: string): Promise<void>;
  invited(key: string): Promise<boolean>;
  /** Puts a quiz on the shelf of those who are invited here; the same id again replaces it. */
  putQuiz(id: string, quiz: Quiz): Promise<void>;
  /** The shelf, in the order of the ids. */
  listQuizzes(): Promise<{ id: string; quiz: Quiz }[]>;
  /** The open rooms of a host, newest first. */
  roomsOf(key: string): Promise<Room[]>;

  // Rooms. Every read of a room is strongly consistent.
  /** Opens a room and takes its PIN; a taken PIN, or an id that is another room's, leaves nothing behind. */
  openRoom(room: Room, quiz: Quiz): Promise<'opened' | 'pinTaken' | 'idTaken'>;
  /** Undefined when there is none, or it has expired. */
  room(id: string): Promise<Room | undefined>;
  /** As much as joining needs of the open room that has this PIN: one read. */
  findRoom(pin: string): Promise<FoundRoom | undefined>;
  quiz(room: string): Promise<Quiz | undefined>;
  /**
   * Writes the change if the room is still at `version`, and raises it by one. With a change id that the room already bears (the write
   * had succeeded and its reply was lost) the room is returned as it is. A change to `closed` frees the PIN.
   * @returns the room after the change, or undefined when somebody else's change came first
   */
  changeRoom(id: string, version: number, change: RoomChange, changeId: string, at: number): Promise<Room | undefined>;
  /** Facts about a room that nobody has to be told: no new version. `told` only rises. */
  updateRoomMeta(id: string, facts: { told?: number; players?: number }): Promise<void>;
  /** The host's page speaks from this connection now, unless a newer one does: then `taken`. Returns the connection it replaced. */
  claimHost(id: string, by: Speaker): Promise<{ replaced: string | undefined } | 'taken'>;

  // Seats.
  /**
   * Takes the name, then the seat. The same seat with the same secret again is the same join (and may come by a newer connection).
   * A name whose seat is missing or bears another name, and which was taken more than 30 s before, may be taken over.
   */
  join(joining: Join): Promise<Seat | 'nameTaken' | NoSeat>;
  nameFree(room: string, folded: string): Promise<boolean>;
  /** Strongly consistent. */
  seat(address: SeatAddress, secret: string): Promise<Seat | NoSeat>;
  /** The seat is played by this connection now, unless a newer one plays it: then `taken`. */
  claimSeat(address: SeatAddress, secret: string, by: Speaker): Promise<Seat | NoSeat | 'taken'>;
  /** Another name for the seat, free under the same rule as in `join`. */
  rename(address: SeatAddress, secret: string, name: string, folded: string, at: number): Promise<Seat | NoSeat | 'nameTaken'>;
  /** The seat and its name are given up as if nobody had joined. */
  deleteSeat(address: SeatAddress, secret: string): Promise<void>;
  /** A connection is lost. The seats that it holds keep everything else; one that has a newer connection is not touched. */
  disconnectAll(connection: string, at: number): Promise<void>;
  /** The same for one seat, by whoever knows which one it is: the look-up by connection may lag behind. */
  disconnectSeat(address: SeatAddress, connection: string, at: number): Promise<void>;
  /**
   * One conditional write: proves the secret, refuses a second answer, records when it was received.
   * @returns the answer that counts, with the seat's new `rev`: `recorded` now, the `same` as before, or a `different` one from before
   */
  recordAnswer(
    address: SeatAddress,
    secret: string,
    turn: number,
    answer: Answer,
  ): Promise<{ result: 'recorded' | 'same' | 'different'; answer: Answer; rev: number } | NoSeat>;
  /** All seats of a shard, the removed ones too. `fresh`: strongly consistent (an announcement must not miss anybody). */
  seats(room: string, shard: number, options: { fresh: boolean }): Promise<Seat[]>;
  /** The host removes a seat: it stays as a tombstone, and its name stays taken. Returns it as it was, undefined when there is none. */
  kick(address: SeatAddress): Promise<Seat | undefined>;
  /** The host takes a join back: the seat and its name are free as if nobody had joined. A removed seat stays as it is. */
  undoJoin(address: SeatAddress): Promise<void>;

  // Derived standings, kept to be read fast; they can be lost and derived anew.
  /** Never in place of those of a newer version of the room: who derives them anew may be slow. */
  saveStandings(room: Room, turn: number, own: ReadonlyMap<string, PlayerStanding>): Promise<void>;
  /** One seat's; undefined when it has none (it joined later), `lost` when there is no copy at all. */
  seatStanding(address: SeatAddress, turn: number): Promise<PlayerStanding | 'lost' | undefined>;
  shardStandings(room: string, turn: number, shard: number): Promise<ReadonlyMap<string, PlayerStanding>>;
}

export interface RoomLimits {
  /** Players that a room is made for: decides its shards. */
  expectedPlayers: number;
  /** How long a room is kept, ms. */
  retention: number;
  /** How long until the host's page looks again, ms. */
  lookIn: number;
}

/** What every handler may use. */
export interface Ports {
  store: Store;
  /** Epoch ms. */
  now(): number;
  random(bytes: number): Uint8Array;
  /** SHA-256, base64url. */
  hash(text: string): Promise<string> | string;
  /** Is it a name that nobody wants on the wall? Without it every name is welcome. */
  isUnwanted?(name: string): boolean;
  /** Hears of every reply, for whoever counts. */
  onReply?(action: string, reply: Frame): void;
}

/** The host function's: it may also speak to everybody. */
export interface HostPorts extends Ports {
  sockets: Sockets;
  broadcaster: Broadcaster;
  limits: RoomLimits;
  /** Where players go, without `http://`, if it is not the address of the host's own page (which may be localhost). */
  joinAddress?(): string;
}
