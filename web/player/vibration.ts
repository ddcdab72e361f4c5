import { useEffect } from 'preact/hooks';
import type { PlayerModel } from '../ui/page-model.ts';
import { resultMark } from './result/result-mark.ts';

/** Once on acknowledgement, twice on a right answer. */
export function useVibration(model: PlayerModel) {
  const phase = model.room.value?.phase;
  const mark = phase === 'reveal' && resultMark(model).standing?.mark;
  const cause = mark || (phase === 'question' && model.answer.value?.sent);
  useEffect(() => {
    // Browsers warn when nobody has touched the page.
    if (cause && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(cause === 'right' ? [30, 60, 30] : 30);
  }, [cause]);
}
