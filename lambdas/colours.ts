import { coloursFrom, guardText, slotAt } from '../game/guard.ts';
import type { Ports } from './ports.ts';

/** The colours of a room at an instant, and, second, those shown before them. */
export async function colours(
  { hash }: Pick<Ports, 'hash'>,
  owner: string,
  room: string,
  now: number,
): Promise<[string, string]> {
  const of = async (slot: number) => coloursFrom(await hash(guardText(owner, room, slot)));
  return [await of(slotAt(now)), await of(slotAt(now) - 1)];
}
