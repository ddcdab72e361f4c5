import type { RoomModel } from '../../ui/page-model.ts';
import { useSecondsLeft } from '../../ui/use-seconds-left.ts';

export function OpeningProgress({ model, from, to }: { model: RoomModel; from: number; to: number }) {
  const left = useSecondsLeft(model, to) ?? 0;
  const seconds = (to - from) / 1000;
  const share = Math.min(1, Math.max(0, (seconds - left + 1) / seconds));
  return (
    <div class="opening-line" aria-hidden="true">
      <span style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}
