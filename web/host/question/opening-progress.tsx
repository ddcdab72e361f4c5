import type { HostModel } from '../../ui/page-model.ts';
import { useSecondsLeft } from '../../ui/use-seconds-left.ts';

/** Fills until the options open. */
export function OpeningProgress({ model, from, to }: { model: HostModel; from: number; to: number }) {
  const left = useSecondsLeft(model, to) ?? 0;
  const seconds = (to - from) / 1000;
  // Animates to its place at the end of each second.
  const share = Math.min(1, Math.max(0, (seconds - left + 1) / seconds));
  return (
    <div class="opening-line" aria-hidden="true">
      <span style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}
