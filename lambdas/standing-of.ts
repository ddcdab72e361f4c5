import type { Standing } from '../game/place.ts';
import type { Room } from '../game/room.ts';
import type { Address } from '../game/seats.ts';
import { standings } from '../game/standings.ts';
import { allSeats } from './all-seats.ts';
import type { Ports } from './ports.ts';

/**
 * How a seat stands after the last judged turn. The kept copy costs one read; if it was lost (a crash between a reveal and its copy)
 * the whole room's is derived anew and kept, once for everybody. But not while the room is being told: the copy may be on its way, and
 * the frame that brings the standing is.
 */
export async function standingOf({ store }: Ports, address: Address, room: Room): Promise<Standing | undefined> {
  if (room.judged === undefined) return undefined;
  const kept = await store.result(address, room.judged);
  if (kept !== 'lost') return kept;
  return room.told < room.version ? undefined : (await deriveAgain({ store }, room))?.get(address.seat);
}

/** Derives everybody's standing after the last judged turn anew, and keeps it. */
export async function deriveAgain({ store }: Pick<Ports, 'store'>, room: Room): Promise<Map<string, Standing> | undefined> {
  const quiz = room.judged === undefined ? undefined : await store.quiz(room.id);
  if (!quiz) return undefined;
  const judged = { ...room, turns: room.turns.slice(0, room.judged! + 1) };
  const { own } = standings(judged, quiz, await allSeats(store, room, { fresh: true }), room.version);
  await store.saveResults(room, room.judged!, own);
  return own;
}
