// A player's whole view in one reply: the room, the seat, and how it stands.
import type { Frame } from '../game/messages.ts';
import type { Room } from '../game/room.ts';
import type { Address, Seat } from '../game/seats.ts';
import { roomView, syncIn, youView } from '../game/views.ts';
import type { Ports } from './ports.ts';
import { standingOf } from './standing-of.ts';

/** @param seen the versions that the client has; parts that are no newer are left out */
export async function wholeView(
  ports: Ports,
  address: Address,
  seat: Seat,
  room: Room,
  seen = { version: 0, rev: 0 },
): Promise<Frame> {
  const news = room.version > seen.version;
  return {
    type: 'view',
    room: news ? roomView(room) : undefined,
    // Its answer is the one to the room's last turn, so news of the room bring it along.
    you: news || seat.rev > seen.rev ? youView(address, seat, room) : undefined,
    standing: news ? await standingOf(ports, address, room) : undefined,
    syncIn: syncIn(room.players),
  };
}
