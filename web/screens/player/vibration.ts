import { useEffect } from 'preact/hooks';
import type { PlayerModel } from '../../model.ts';

// Browsers complain aloud about a page that shakes a phone nobody has touched.
const shake = (pattern: number | number[]) => {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(pattern);
};

/** A tick when the answer has arrived, two for a right one at the reveal. */
export function useVibration({ answer, room, standing }: PlayerModel) {
  const sent = Boolean(answer.value?.sent);
  const turn = room.value?.phase === 'reveal' ? room.value.turn?.number : undefined;
  const mark = standing.value?.turn === turn ? standing.value?.mark : undefined;
  useEffect(() => {
    if (sent) shake(20);
  }, [sent]);
  useEffect(() => {
    if (mark) shake(mark === 'right' ? [30, 60, 30] : 60);
  }, [mark]);
}
