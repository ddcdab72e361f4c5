import { isRefusal, type Result } from '../../game/refusals.ts';
import { cleanName } from '../../game/seats/names.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * The cleaned name, or a refusal. Offensive names are replaced silently:
 * a refusal would teach how to evade the filter.
 */
export function playerName({ isUnwanted, random }: Pick<Ports, 'isUnwanted' | 'random'>, raw: string): Result<string> {
  const name = cleanName(raw);
  if (isRefusal(name) || !isUnwanted?.(name)) return name;
  const [high, low] = random(2) as Uint8Array & [number, number];
  return `Guest ${1000 + ((high * 256 + low) % 9000)}`;
}
