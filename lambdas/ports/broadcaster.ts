import type { Room } from '../../game/room/room.ts';
import type { Seat } from '../../game/seats/seat.ts';

/** A room version, or a finished tally frame. */
export type Announcement = { kind: 'view'; version: number } | { kind: 'tally'; frame: string };

/** Reaches every shard of a room. */
export interface Broadcaster {
  /** @param seats as just read; else they are read when it is told */
  broadcast(room: Room, announcement: Announcement, seats?: readonly Seat[]): Promise<{ undelivered: number }>;
}
