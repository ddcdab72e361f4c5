// All that differs between AWS and one machine.
import type { Frame } from '../../game/wire/server-frames.ts';
import type { ArchiveStore } from './archive.ts';
import type { Broadcaster } from './broadcaster.ts';
import type { HostStore } from './hosts.ts';
import type { LibraryStore } from './library.ts';
import type { MediaStore } from './media.ts';
import type { RoomStore } from './rooms.ts';
import type { SeatStore } from './seats.ts';
import type { Sockets } from './sockets.ts';
import type { StandingsStore } from './standings.ts';

export type Store = HostStore & LibraryStore & RoomStore & SeatStore & ArchiveStore & StandingsStore;

interface RoomLimits {
  expectedPlayers: number;
  /** Lifetime of a room, ms. */
  retention: number;
  /** Between two looks of a host page, ms. */
  lookIn: number;
}

export interface Ports {
  store: Store;
  /** Epoch ms. */
  now(): number;
  random(bytes: number): Uint8Array;
  /** SHA-256, base64url. */
  hash(text: string): Promise<string> | string;
  /** Absent: every name is welcome. */
  isUnwanted?(name: string): boolean;
  onReply?(action: string, reply: Frame): void;
}

/** May broadcast. */
export interface HostPorts extends Ports {
  sockets: Sockets;
  broadcaster: Broadcaster;
  media: MediaStore;
  limits: RoomLimits;
  /** Without `http://`, the likeliest first; absent: the page's own. */
  joinAddresses?(): Promise<string[]>;
}
