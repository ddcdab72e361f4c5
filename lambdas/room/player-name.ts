import { isRefusal, type Result } from '../../game/refusals.ts';
import { cleanName } from '../../game/seats/names.ts';
import type { Ports } from '../ports/ports.ts';

/** Replaces offensive names silently: refusals teach evasion. */
export function playerName({ isUnwanted, random }: Pick<Ports, 'isUnwanted' | 'random'>, raw: string): Result<string> {
  const name = cleanName(raw);
  if (isRefusal(name) || !isUnwanted?.(name)) return name;
  const [high = 0, low = 0] = random(2);
  return `Guest ${1000 + ((high * 256 + low) % 9000)}`;
}
