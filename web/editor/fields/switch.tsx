import type { ComponentChildren } from 'preact';

export function Switch({ on, turn, children }: { on: boolean; turn(on: boolean): void; children: ComponentChildren }) {
  return (
    <button type="button" role="switch" class="switch" aria-checked={on} onClick={() => turn(!on)}>
      <span class="switch-track" aria-hidden="true" />
      {children}
    </button>
  );
}
