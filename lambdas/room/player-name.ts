import { isRefusal, type Result } from '../../game/refusals.ts';
import { cleanName } from '../../game/seats/names.ts';
import type { Ports } from '../ports/ports.ts';

/** `held`: the name as typed, for the host alone. */
interface PlayerName {
  name: string;
  held?: string;
}

/** Replaces offensive names: refusals would teach evasion. */
export function playerName({ isUnwanted, random }: Pick<Ports, 'isUnwanted' | 'random'>, raw: string): Result<PlayerName> {
  const name = cleanName(raw);
  if (isRefusal(name)) return name;
  if (!isUnwanted?.(name)) return { name };
  const [high = 0, low = 0] = random(2);
  return { name: `Guest ${1000 + ((high * 256 + low) % 9000)}`, held: name };
}
