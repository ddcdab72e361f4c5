import type { Room } from '../../game/room/room.ts';
import { withOwnAnswer } from '../../game/scoring/standings.ts';
import type { Seat, SeatAddress } from '../../game/seats/seat.ts';
import { syncInterval } from '../../game/wire/pacing.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import { roomView, youView } from '../../game/wire/views.ts';
import type { Ports } from '../ports/ports.ts';
import { readStanding } from './standings-cache.ts';

export const newPlayerView = (address: SeatAddress, seat: Seat, room: Room): Frame<'view'> => ({
  type: 'view',
  room: roomView(room),
  you: youView(address, seat, room),
  syncIn: syncInterval(room.players),
});

/** @param seen the client's versions */
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
  return {
    ...all,
    room: news ? all.room : undefined,
    // It holds the last round's answer.
    you: news || seat.rev > seen.rev ? all.you : undefined,
    standing: standing && withOwnAnswer(room, seat, standing),
  };
}
