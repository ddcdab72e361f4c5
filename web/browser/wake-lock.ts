import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { BrowserEnvironment } from './environment.ts';

/** Keeps the screen on. Hiding the page ends a lock, so it is renewed. */
export function keepAwake(wanted: ReadonlySignal<boolean>, { onWake }: Pick<BrowserEnvironment, 'onWake'>): void {
  if (typeof navigator === 'undefined' || !('wakeLock' in navigator)) return;
  let lock: WakeLockSentinel | undefined;
  const settle = async () => {
    if (!wanted.peek()) return lock?.release();
    if (lock && !lock.released) return;
    lock = await navigator.wakeLock.request('screen').catch(() => undefined);
  };
  effect(() => {
    wanted.value;
    void settle();
  });
  onWake(settle);
}
