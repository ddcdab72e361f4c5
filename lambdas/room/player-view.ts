// A player's whole view in one reply: the room, the seat, and how it stands.

import type { Room } from '../../game/room/room.ts';
import type { Seat, SeatAddress } from '../../game/seats/seat.ts';
import { syncInterval } from '../../game/wire/pacing.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import { RANKED_PHASES, roomView, youView } from '../../game/wire/views.ts';
import type { Ports } from '../ports/ports.ts';
import { readStanding } from './standings-cache.ts';

/** What somebody sees who came this moment: they stand nowhere yet. */
export const newPlayerView = (address: SeatAddress, seat: Seat, room: Room): Frame<'view'> => ({
  type: 'view',
  room: roomView(room),
  you: youView(address, seat, room),
  syncIn: syncInterval(room.players),
});

/** @param seen the versions that the client has; parts that are no newer are left out */
export async function playerView(
  ports: Ports,
  address: SeatAddress,
  seat: Seat,
  room: Room,
  seen = { version: 0, rev: 0 },
): Promise<Frame<'view'>> {
  const news = room.version > seen.version;
  const all = newPlayerView(address, seat, room);
  const standing = news ? await readStanding(ports, address, room) : undefined;
  // While a reveal is being told its standings may not be kept yet, and the frame that brings them may be lost on its way. So this
  // one counts as a version before it: the next sync finds news.
  const early = RANKED_PHASES.includes(room.phase) && room.told < room.version && standing?.version !== room.version;
  return {
    ...all,
    room: news ? { ...all.room!, version: early ? room.version - 1 : room.version } : undefined,
    // Its answer is the one to the room's last turn, so news of the room bring it along.
    you: news || seat.rev > seen.rev ? all.you : undefined,
    standing,
  };
}
