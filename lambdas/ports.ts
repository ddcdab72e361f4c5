// All that differs between AWS and one machine. The verbs are the game's; each one's atomicity and consistency is its contract, and
// test/contracts/store.ts holds every implementation to it.

import type { Frame } from '../game/messages.ts';
import type { Standing } from '../game/place.ts';
import type { Quiz } from '../game/quiz.ts';
import type { Room, RoomChange } from '../game/room.ts';
import type { Address, Answer, Seat } from '../game/seats.ts';

/** Who speaks, as the gateway knows them. `connectedAt` (epoch ms) tells which of two connections is the newer one. */
export interface Connection {
  connection: string;
  connectedAt: number;
}

export interface Joining extends Connection {
  room: string;
  shard: number;
  seat: string;
  /** SHA-256 of the seat's secret: secrets themselves are never stored. */
  secret: string;
  name: string;
  /** `foldName(name)`: two seats of a room never share it. */
  folded: string;
  at: number;
  /** The room's. */
  expiresAt: number;
}

/** What joining needs to know of a room. */
export interface Found {
  id: string;
  shards: number;
  locked: boolean;
  /** The room's owner, from which its colours follow, where joining takes a second step. */
  guard?: string | undefined;
  /** All that belongs to a room goes with it, epoch ms. */
  expiresAt: number;
}

/** What a store says of a seat that it will not serve: no such seat (or not with this secret), or removed by the host. */
export type NoSeat = 'noSeat' | 'removed';

export interface Store {
  // Hosts and quizzes.
  /** Lets whoever has the key (as its hash) open rooms. */
  invite(key: string): Promise<void>;
  invited(key: string): Promise<boolean>;
  /** Puts a quiz on the shelf of those who are invited here; the same id again replaces it. */
  shelve(id: string, quiz: Quiz): Promise<void>;
  /** The shelf, in the order of the ids. */
  shelf(): Promise<{ id: string; quiz: Quiz }[]>;
  /** The open rooms of a host, newest first. */
  roomsOf(key: string): Promise<Room[]>;

  // Rooms. Every read of a room is strongly consistent.
  /** Opens a room and takes its PIN; a taken PIN, or an id that is another room's, leaves nothing behind. */
  openRoom(room: Room, quiz: Quiz): Promise<'opened' | 'pinTaken' | 'idTaken'>;
  /** Undefined when there is none, or it has expired. */
  room(id: string): Promise<Room | undefined>;
  /** As much as joining needs of the open room that has this PIN: one read. */
  findRoom(pin: string): Promise<Found | undefined>;
  quiz(room: string): Promise<Quiz | undefined>;
  /**
   * Writes the change if the room is still at `version`, and raises it by one. With a change id that the room already bears (the write
   * had succeeded and its reply was lost) the room is returned as it is. A change to `closed` frees the PIN.
   * @returns the room after the change, or undefined when somebody else's change came first
   */
  changeRoom(id: string, version: number, change: RoomChange, changeId: string, at: number): Promise<Room | undefined>;
  /** Facts about a room that nobody has to be told: no new version. `told` only rises. */
  noteRoom(id: string, facts: { told?: number; players?: number }): Promise<void>;
  /** The host's page speaks from this connection now, unless a newer one does: then `taken`. Returns the connection it replaced. */
  claimHost(id: string, by: Connection): Promise<{ replaced: string | undefined } | 'taken'>;

  // Seats.
  /**
   * Takes the name, then the seat. The same seat with the same secret again is the same join (and may come by a newer connection).
   * A name whose seat is missing or bears another name, and which was taken more than 30 s before, may be taken over.
   */
  join(joining: Joining): Promise<Seat | 'nameTaken' | NoSeat>;
  nameFree(room: string, folded: string): Promise<boolean>;
  /** Strongly consistent. */
  seat(address: Address, secret: string): Promise<Seat | NoSeat>;
  /** The seat is played by this connection now, unless a newer one plays it: then `taken`. */
  claimSeat(address: Address, secret: string, by: Connection): Promise<Seat | NoSeat | 'taken'>;
  /** Another name for the seat, free under the same rule as in `join`. */
  rename(address: Address, secret: string, name: string, folded: string, at: number): Promise<Seat | NoSeat | 'nameTaken'>;
  /** The seat and its name are given up as if nobody had joined. */
  giveUp(address: Address, secret: string): Promise<void>;
  /** A connection is lost. The seats that it holds keep everything else; one that has a newer connection is not touched. */
  leave(connection: string, at: number): Promise<void>;
  /** The same for one seat, by whoever knows which one it is: the look-up by connection may lag behind. */
  release(address: Address, connection: string, at: number): Promise<void>;
  /**
   * One conditional write: proves the secret, refuses a second answer, records when it was received.
   * @returns the answer that counts, with the seat's new `rev`: `recorded` now, the `same` as before, or a `different` one from before
   */
  recordAnswer(
    address: Address,
    secret: string,
    turn: number,
    answer: Answer,
  ): Promise<{ result: 'recorded' | 'same' | 'different'; answer: Answer; rev: number } | NoSeat>;
  /** All seats of a shard, the removed ones too. `fresh`: strongly consistent (an announcement must not miss anybody). */
  seats(room: string, shard: number, options: { fresh: boolean }): Promise<Seat[]>;
  /** The host removes a seat: it stays as a tombstone, and its name stays taken. Returns it as it was, undefined when there is none. */
  removeSeat(address: Address): Promise<Seat | undefined>;
  /** The host takes a join back: the seat and its name are free as if nobody had joined. A removed seat stays as it is. */
  dismiss(address: Address): Promise<void>;

  // Derived standings, kept to be read fast; they can be lost and derived anew.
  /** Never in place of those of a newer version of the room: who derives them anew may be slow. */
  saveResults(room: Room, turn: number, own: ReadonlyMap<string, Standing>): Promise<void>;
  /** One seat's; undefined when it has none (it joined later), `lost` when there is no copy at all. */
  result(address: Address, turn: number): Promise<Standing | 'lost' | undefined>;
  results(room: string, turn: number, shard: number): Promise<ReadonlyMap<string, Standing>>;
}

/** What became of a broadcast. */
export interface Sent {
  /** Connections that exist no more: free them, never their seats. */
  gone: string[];
  /** Connections that could not be reached in time, though they may be alive. */
  missed: number;
}

/** Whoever cannot be reached is tried again until the instant `until` (epoch ms), which has a sound default; none of them holds up the rest. */
export interface Sockets {
  /** The same frame to all. */
  sendAll(connections: readonly string[], frame: string, until?: number): Promise<Sent>;
  /** A frame each. */
  send(each: readonly { connection: string; frame: string }[], until?: number): Promise<Sent>;
}

/** What a whole room is told: its view as of a version, or a live tally (a finished frame). */
export type Announcement = { say: 'view'; version: number } | { say: 'tally'; frame: string };

/** Does one thing for every shard of a room: in line, or by an invocation each. */
export interface Crowd {
  tell(room: Room, announcement: Announcement): Promise<{ missed: number }>;
}

export interface Limits {
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
  heard?(action: string, reply: Frame): void;
}

/** The host function's: it may also speak to everybody. */
export interface HostPorts extends Ports {
  sockets: Sockets;
  crowd: Crowd;
  limits: Limits;
  /** Where players go, without `http://`, if it is not the address of the host's own page (which may be localhost). */
  joinAddress?(): string;
}
