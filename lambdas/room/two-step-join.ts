import { patternFrom, patternInput, patternSlotAt } from '../../game/room/two-step-join.ts';
import type { Ports } from '../ports/ports.ts';

/** The current pattern, and the previous one. */
export async function currentPatterns(
  { hash }: Pick<Ports, 'hash'>,
  owner: string,
  room: string,
  now: number,
): Promise<[string, string]> {
  const of = async (slot: number) => patternFrom(await hash(patternInput(owner, room, slot)));
  return [await of(patternSlotAt(now)), await of(patternSlotAt(now) - 1)];
}
