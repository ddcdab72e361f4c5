import { host as words } from '../../words/en.ts';

export function SpeedSwitch({ on, turn }: { on: boolean; turn(on: boolean): void }) {
  return (
    <div class="speed">
      <p id="speed-hint">{on ? words.shelf.speedOn : words.shelf.speedOff}</p>
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={on}
        aria-describedby="speed-hint"
        onClick={() => turn(!on)}
      >
        {words.shelf.speed}
        <span class="switch-track" aria-hidden="true" />
      </button>
    </div>
  );
}
