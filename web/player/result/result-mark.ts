import type { Mark, PlayerStanding } from '../../../game/seats/standing.ts';
import type { PlayerModel } from '../../ui/page-model.ts';

/** `new`: joined too late for this question. `waiting`: being asked for. */
export function resultMark({ standing, isSettling, room }: Pick<PlayerModel, 'standing' | 'isSettling' | 'room'>): {
  verdict: Mark | 'new' | 'waiting';
  standing: PlayerStanding | undefined;
} {
  const own = standing.value?.turn === room.value?.turn?.number ? standing.value : undefined;
  return { verdict: isSettling.value ? 'waiting' : (own?.mark ?? 'new'), standing: own };
}
