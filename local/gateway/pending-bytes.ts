import type { GatewayLimits } from './limits.ts';

export interface PendingBytes {
  /** @returns false when there are too many: nothing was added */
  add(bytes: number): boolean;
  /** Handled, or dropped. */
  remove(bytes: number): void;
  /** Of a connection that is gone. */
  clear(): void;
}

/**
 * What comes in is held until it is handled: frames of unfinished messages, messages in the queue.
 * @returns an account for each connection, bounded for itself and for its address
 */
export function pendingByAddress(limits: GatewayLimits): (address: string) => PendingBytes {
  const byAddress = new Map<string, number>();
  return (address) => {
    let own = 0;
    const change = (bytes: number) => {
      own += bytes;
      const all = (byAddress.get(address) ?? 0) + bytes;
      if (all > 0) byAddress.set(address, all);
      else byAddress.delete(address);
    };
    return {
      add(bytes) {
        const all = (byAddress.get(address) ?? 0) + bytes;
        if (own + bytes > limits.pendingBytes || all > limits.pendingBytesPerAddress) return false;
        change(bytes);
        return true;
      },
      // A late one is cleared already.
      remove: (bytes) => change(-Math.min(own, bytes)),
      clear: () => change(-own),
    };
  };
}
