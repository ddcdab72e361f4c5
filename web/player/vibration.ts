import { useEffect } from 'preact/hooks';
import type { PlayerModel } from '../ui/page-model.ts';

/** A tick when the answer has arrived, two for a right one at the reveal. */
export function useVibration({ answer, room, standing }: PlayerModel) {
  const { phase, turn } = room.value ?? {};
  const mark = phase === 'reveal' && standing.value?.turn === turn?.number && standing.value?.mark;
  const cause = mark || (answer.value?.sent && phase === 'question');
  useEffect(() => {
    // Browsers complain aloud about a page that shakes a phone nobody has touched.
    if (cause && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(cause === 'right' ? [30, 60, 30] : 30);
  }, [cause]);
}
