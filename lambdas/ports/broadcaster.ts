import type { Room } from '../../game/room/room.ts';

/** A room's view as of a version, or a finished tally frame. */
export type Announcement = { kind: 'view'; version: number } | { kind: 'tally'; frame: string };

/** Sends an announcement to every shard of a room, in process or by one invocation each. */
export interface Broadcaster {
  broadcast(room: Room, announcement: Announcement): Promise<{ undelivered: number }>;
}
