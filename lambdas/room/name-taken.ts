import { type Refusal, refusal } from '../../game/refusals.ts';
import { foldName, suggestions } from '../../game/seats/names.ts';
import type { Ports } from '../ports/ports.ts';

/** Suggests the nearest free name. */
export async function nameTakenRefusal(ports: Ports, room: string, name: string): Promise<Refusal> {
  for (const suggestion of suggestions(name)) {
    if (await ports.store.nameFree(room, foldName(suggestion))) return { refused: 'nameTaken', suggestion };
  }
  return refusal('nameTaken');
}
