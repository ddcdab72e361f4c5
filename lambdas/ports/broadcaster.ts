import type { Room } from '../../game/room/room.ts';

/** A room version, or a finished tally frame. */
export type Announcement = { kind: 'view'; version: number } | { kind: 'tally'; frame: string };

/** Reaches every shard of a room. */
export interface Broadcaster {
  broadcast(room: Room, announcement: Announcement): Promise<{ undelivered: number }>;
}
