import { useEffect } from 'preact/hooks';
import type { PlayerModel } from '../ui/page-model.ts';

/** Once on acknowledgement, twice on a right answer. */
export function useVibration({ answer, room, standing }: PlayerModel) {
  const { phase, turn } = room.value ?? {};
  const mark = phase === 'reveal' && standing.value?.turn === turn?.number && standing.value?.mark;
  const cause = mark || (answer.value?.sent && phase === 'question');
  useEffect(() => {
    // Browsers warn when nobody has touched the page.
    if (cause && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(cause === 'right' ? [30, 60, 30] : 30);
  }, [cause]);
}
