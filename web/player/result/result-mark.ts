import type { Mark, PlayerStanding } from '../../../game/seats/standing.ts';
import type { PlayerModel } from '../../ui/page-model.ts';

/** `new`: joined too late for this question. */
export function resultMark({ standing, room }: Pick<PlayerModel, 'standing' | 'room'>): {
  verdict: Mark | 'new';
  standing: PlayerStanding | undefined;
} {
  const own = standing.value?.turn === room.value?.turn?.number ? standing.value : undefined;
  return { verdict: own?.mark ?? 'new', standing: own };
}
