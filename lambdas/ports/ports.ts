// All that differs between AWS and one machine; test/contracts/ holds every implementation to it.
import type { Frame } from '../../game/wire/server-frames.ts';
import type { Broadcaster } from './broadcaster.ts';
import type { LibraryStore } from './library.ts';
import type { RoomStore } from './rooms.ts';
import type { SeatStore } from './seats.ts';
import type { Sockets } from './sockets.ts';
import type { StandingsStore } from './standings.ts';

export type Store = LibraryStore & RoomStore & SeatStore & StandingsStore;

interface RoomLimits {
  /** Decides the number of shards. */
  expectedPlayers: number;
  /** How long a room is kept, ms. */
  retention: number;
  /** Time between two looks of a host page, ms. */
  lookIn: number;
}

/** Every handler's. */
export interface Ports {
  store: Store;
  /** Epoch ms. */
  now(): number;
  random(bytes: number): Uint8Array;
  /** SHA-256, base64url. */
  hash(text: string): Promise<string> | string;
  /** Is the name offensive? Without it every name is welcome. */
  isUnwanted?(name: string): boolean;
  /** Called with every reply, for metrics. */
  onReply?(action: string, reply: Frame): void;
}

/** The host function's: it may broadcast. */
export interface HostPorts extends Ports {
  sockets: Sockets;
  broadcaster: Broadcaster;
  limits: RoomLimits;
  /** The players' address without `http://`, if not the host page's own. */
  joinAddress?(): string;
}
