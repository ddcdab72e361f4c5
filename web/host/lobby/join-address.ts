import { computed, type ReadonlySignal, signal } from '@preact/signals-core';

interface Memory {
  address(network: string): string | undefined;
  keepAddress(network: string, address: string): void;
}

/** Understood by this machine only. */
export const isLocal = (address: string) => /^(localhost|127\.|\[::1\])/.test(address);

/**
 * The address for phones: the one by which this page came, unless only this machine understands it; else the server's.
 * A choice is kept for the network, which is told by its addresses.
 */
export function createJoinAddress(base: string, found: ReadonlySignal<readonly string[]>, memory: Memory) {
  const host = base.replace(/^https?:\/\/|\/$/g, '');
  const chosen = signal<string>();
  const network = computed(() => found.value.toSorted().join(' '));
  const address = computed(() => {
    const kept = chosen.value ?? memory.address(network.value);
    if (kept && found.value.includes(kept)) return kept;
    return isLocal(host) ? (found.value[0] ?? host) : host;
  });
  function next(): void {
    const all = found.peek();
    chosen.value = all[(all.indexOf(address.peek()) + 1) % all.length];
    memory.keepAddress(network.peek(), address.peek());
  }
  return { address, next: computed(() => (found.value.length > 1 ? next : undefined)) };
}
