import { isRefusal, type RefusalCode, type Result } from '../../game/refusals.ts';
import { cleanName, foldName } from '../../game/seats/names.ts';
import type { Ports } from '../ports/ports.ts';

/** Neutral names that are taken are drawn again so often. */
const REDRAWS = 5;

/** `held`: the name as typed, for the host alone. */
interface PlayerName {
  name: string;
  held?: string;
}

function neutralName({ random }: Pick<Ports, 'random'>, held: string): PlayerName {
  const [high = 0, low = 0] = random(2);
  return { name: `Guest ${1000 + ((high * 256 + low) % 9000)}`, held };
}

/** Replaces offensive names: refusals would teach evasion. */
export function playerName(ports: Pick<Ports, 'isUnwanted' | 'random'>, raw: string): Result<PlayerName> {
  const name = cleanName(raw);
  if (isRefusal(name)) return name;
  return ports.isUnwanted?.(name) ? neutralName(ports, name) : { name };
}

/** @param take gives the seat the name, or says why not */
export async function takeName<T, Code extends RefusalCode>(
  ports: Pick<Ports, 'random'>,
  chosen: PlayerName,
  take: (naming: PlayerName & { folded: string }) => Promise<Result<T, Code>>,
): Promise<Result<T, Code>> {
  let naming = chosen;
  for (let left = REDRAWS; ; left--) {
    const taken = await take({ ...naming, folded: foldName(naming.name) });
    const isTaken = isRefusal(taken) && taken.refused === 'nameTaken';
    if (!isTaken || chosen.held === undefined || left === 0) return taken;
    naming = neutralName(ports, chosen.held);
  }
}
