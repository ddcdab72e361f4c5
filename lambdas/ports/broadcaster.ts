import type { Room } from '../../game/room/room.ts';

/** What a whole room is told: its view as of a version, or a live tally (a finished frame). */
export type Announcement = { kind: 'view'; version: number } | { kind: 'tally'; frame: string };
/** Does one thing for every shard of a room: in line, or by an invocation each. */
export interface Broadcaster {
  broadcast(room: Room, announcement: Announcement): Promise<{ undelivered: number }>;
}
