import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { BrowserEnvironment } from '../../browser/environment.ts';

const CHOSEN = 'quizcast.address.';

/** Understood by this machine only. */
export const isLocal = (address: string) => /^(localhost|127\.|\[::1\])/.test(address);

/**
 * The address for phones: the one by which this page came, unless only this machine understands it; else the server's.
 * A choice is kept for the network, which is told by its addresses.
 */
export function createJoinAddress(
  host: string,
  found: ReadonlySignal<readonly string[]>,
  storage: BrowserEnvironment['storage'],
) {
  const chosen = signal<string>();
  const network = computed(() => CHOSEN + found.value.toSorted().join(' '));
  const address = computed(() => {
    const kept = chosen.value ?? storage?.getItem(network.value);
    if (kept && found.value.includes(kept)) return kept;
    return isLocal(host) ? (found.value[0] ?? host) : host;
  });
  function next(): void {
    const all = found.peek();
    chosen.value = all[(all.indexOf(address.peek()) + 1) % all.length];
    try {
      storage?.setItem(network.peek(), address.peek());
    } catch {
      // Full or blocked: chosen again after a reload.
    }
  }
  return { address, next: computed(() => (found.value.length > 1 ? next : undefined)) };
}
