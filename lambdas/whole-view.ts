// A player's whole view in one reply: the room, the seat, and how it stands.
import type { Frame } from '../game/messages.ts';
import type { Room } from '../game/room.ts';
import type { Address, Seat } from '../game/seats.ts';
import { RANKED, roomView, syncIn, youView } from '../game/views.ts';
import type { Ports } from './ports.ts';
import { standingOf } from './standing-of.ts';

/** What somebody sees who came this moment: they stand nowhere yet. */
export const newcomersView = (address: Address, seat: Seat, room: Room): Frame<'view'> => ({
  type: 'view',
  room: roomView(room),
  you: youView(address, seat, room),
  syncIn: syncIn(room.players),
});

/** @param seen the versions that the client has; parts that are no newer are left out */
export async function wholeView(
  ports: Ports,
  address: Address,
  seat: Seat,
  room: Room,
  seen = { version: 0, rev: 0 },
): Promise<Frame<'view'>> {
  const news = room.version > seen.version;
  const all = newcomersView(address, seat, room);
  const standing = news ? await standingOf(ports, address, room) : undefined;
  // While a reveal is being told its standings may not be kept yet, and the frame that brings them may be lost on its way. So this
  // one counts as a version before it: the next sync finds news.
  const early = RANKED.includes(room.phase) && room.told < room.version && standing?.version !== room.version;
  return {
    ...all,
    room: news ? { ...all.room!, version: early ? room.version - 1 : room.version } : undefined,
    // Its answer is the one to the room's last turn, so news of the room bring it along.
    you: news || seat.rev > seen.rev ? all.you : undefined,
    standing,
  };
}
