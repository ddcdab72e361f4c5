import type { RoomModel } from '../../ui/page-model.ts';
import { roundOf } from '../../ui/present.ts';
import { useSecondsLeft } from '../../ui/use-seconds-left.ts';
import { host as words } from '../../words/en.ts';

const LAST = 5;
const R = 44;
const ROUND = 2 * Math.PI * R;

/** The last seconds are heavier and warm, never flashing. */
export function Countdown({ model }: { model: RoomModel }) {
  const { opensAt, closesAt } = roundOf(model);
  const closing = model.questionPhase.value === 'closing';
  const left = useSecondsLeft(model, closesAt) ?? 0;
  const seconds = (closesAt - opensAt) / 1000;
  const share = closing ? 0 : Math.min(1, Math.max(0, (left - 1) / seconds));
  return (
    <div class="countdown" data-last={left <= LAST} data-closing={closing}>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle class="countdown-track" cx="50" cy="50" r={R} />
        <circle
          class="countdown-ring"
          cx="50"
          cy="50"
          r={R}
          stroke-dasharray={ROUND}
          style={{ strokeDashoffset: ROUND * (1 - share) }}
        />
      </svg>
      <p class="countdown-number" role="timer">
        {closing ? words.question.timeUp : left}
        {!closing && <span class="visually-hidden"> {words.question.secondsLeft}</span>}
      </p>
    </div>
  );
}
