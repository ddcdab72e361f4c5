import type { Speaker } from './sockets.ts';

export interface Join extends Speaker {
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
/** What a store says of a seat that it will not serve: no such seat (or not with this secret), or removed by the host. */
export type NoSeat = 'noSeat' | 'removed';
