import type { Mark, PlayerStanding } from '../../../game/seats/standing.ts';
import type { PlayerModel } from '../../ui/page-model.ts';

/** What the reveal says to this player; `new` to those who have no standing for the question, since they came too late for it. */
export function resultMark({ standing, room }: Pick<PlayerModel, 'standing' | 'room'>): {
  verdict: Mark | 'new';
  standing: PlayerStanding | undefined;
} {
  const own = standing.value?.turn === room.value?.turn?.number ? standing.value : undefined;
  return { verdict: own?.mark ?? 'new', standing: own };
}
