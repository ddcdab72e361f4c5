import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { BrowserEnvironment } from '../../browser/environment.ts';
import { isLocal } from './join-address.ts';

/** Long enough to find a phone and scan. */
const PATIENCE_MS = 60_000;

/**
 * Nobody has come to a lobby for a minute, and the network may be why.
 * On AWS and behind a proxy with TLS it is not: phones come by the internet.
 * @param address for phones, once the server has named those of its machine
 * @param isEmptyLobby it is on the screen
 */
export function createMissingPhones(
  address: ReadonlySignal<string | undefined>,
  isEmptyLobby: ReadonlySignal<boolean>,
  { base, later }: Pick<BrowserEnvironment, 'base' | 'later'>,
): ReadonlySignal<boolean> {
  const areMissing = signal(false);
  const isWaiting = computed(
    () => base.startsWith('http:') && address.value !== undefined && !isLocal(address.value) && isEmptyLobby.value,
  );
  effect(() => {
    areMissing.value = false;
    if (!isWaiting.value) return;
    return later(PATIENCE_MS, () => {
      areMissing.value = true;
    });
  });
  return areMissing;
}
