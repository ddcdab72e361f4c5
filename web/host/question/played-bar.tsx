import type { Signal } from '@preact/signals-core';
import { useRef } from 'preact/hooks';
import { host as words } from '../../words/en.ts';
import { LoudMark, PlayMark } from '../controls/icons.tsx';
import type { Played } from './use-played.ts';

/** Of what the question plays: again, and how loud. */
export function PlayedBar({ played, loudness }: { played: Played; loudness: Signal<number> | undefined }) {
  const state = played.state.value;
  const texts = played.isVideo ? words.played.video : words.played.sound;
  const label = state === 'playing' || state === 'over' ? words.played.again : texts.play;
  return (
    <div class="played-bar" data-state={state}>
      {state === 'failed' && <p role="alert">{texts.failed}</p>}
      {state === 'loading' && <p role="status">{texts.loading}</p>}
      {state !== 'loading' && (
        <button
          type="button"
          class={state === 'refused' ? 'primary' : 'quiet'}
          onClick={({ detail }) => {
            played.play();
            // Then Space presses the main button again.
            if (detail) document.querySelector<HTMLElement>('.next')?.focus({ preventScroll: true });
          }}
        >
          <PlayMark />
          {state === 'failed' ? words.played.retry : label}
        </button>
      )}
      {loudness && <Loudness loudness={loudness} />}
    </div>
  );
}

function Loudness({ loudness }: { loudness: Signal<number> }) {
  const before = useRef(1);
  const level = loudness.value;
  return (
    <>
      <button
        type="button"
        class="quiet mute"
        aria-label={words.played.mute}
        aria-pressed={level === 0}
        onClick={() => {
          if (level) before.current = level;
          loudness.value = level ? 0 : before.current;
        }}
      >
        <LoudMark level={level} />
      </button>
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={level}
        aria-label={words.played.volume}
        onInput={({ currentTarget }) => {
          loudness.value = Number(currentTarget.value);
        }}
      />
    </>
  );
}
