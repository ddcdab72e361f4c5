import type { PlayerModel } from '../../ui/page-model.ts';
import { useSecondsLeft } from '../../ui/use-seconds-left.ts';
import { player as words } from '../../words/en.ts';

const LAST = 5;

/** To the opening while reading, then to the close. */
export function TimeBar({ model }: { model: PlayerModel }) {
  const { showsAt, opensAt, closesAt } = model.room.value!.turn!;
  const part = model.questionPhase.value;
  const reading = part === 'reading';
  const [from, until] = reading ? [showsAt, opensAt] : [opensAt, closesAt];
  const left = useSecondsLeft(model, until) ?? 0;
  const share = Math.min(1, Math.max(0, ((left - 1) * 1000) / (until - from)));
  return (
    <div class="time" data-last={part === 'open' && left <= LAST}>
      <div class="time-line">
        <span key={String(reading)} style={{ transform: `scaleX(${reading ? 1 - share : share})` }} />
      </div>
      {!reading && (
        <p role="timer">
          {part === 'open' ? (
            <>
              {left}
              <span class="visually-hidden"> {words.question.secondsLeft}</span>
            </>
          ) : (
            words.question.timeUp
          )}
        </p>
      )}
    </div>
  );
}
