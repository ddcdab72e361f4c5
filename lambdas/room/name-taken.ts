import { type Refusal, refusal } from '../../game/refusals.ts';
import { foldName, numbered } from '../../game/seats/names.ts';
import type { Ports } from '../ports/ports.ts';
import type { SeatStore } from '../ports/seats.ts';

const MOST = 2000;

/** Suggests a free name; of many who want the same, most are offered different ones. */
export async function nameTakenRefusal(
  { store, random }: Pick<Ports, 'random'> & { store: SeatStore },
  room: string,
  name: string,
): Promise<Refusal> {
  const isFree = (suggestion: string) => store.nameFree(room, foldName(suggestion));
  // One of 2, of 3 and 4, of 5 to 8 …: the more are taken, the wider.
  for (let first = 2, width = 1; first < MOST; first += width, width *= 2) {
    const least = numbered(name, first);
    if (!(await isFree(least))) continue;
    const [high = 0, low = 0] = random(2);
    const other = numbered(name, first + ((high * 256 + low) % width));
    return { refused: 'nameTaken', suggestion: other === least || (await isFree(other)) ? other : least };
  }
  return refusal('nameTaken');
}
