import { signal } from '@preact/signals-core';
import type { BrowserEnvironment } from '../browser/environment.ts';
import { safeStorage } from '../browser/safe-storage.ts';

const HOST_KEY = 'quizcast.host';
const HOSTED_ROOM = 'quizcast.room';
const LOUDNESS = 'quizcast.loudness';
const ADDRESS = 'quizcast.address.';

export function createHostStorage(environment: Pick<BrowserEnvironment, 'storage' | 'location' | 'showPath'>) {
  const { get, keep } = safeStorage(environment);
  const loudness = signal(Number(get(LOUDNESS) ?? 1));
  loudness.subscribe((level) => keep(LOUDNESS, String(level)));
  return {
    /** From the address, which then hides it: the address bar is on the projector. */
    hostKey(): string | undefined {
      const { hash, pathname } = environment.location;
      const key = /^#([\w-]{22})$/.exec(hash)?.[1];
      if (key) {
        keep(HOST_KEY, key);
        environment.showPath(pathname);
      }
      return key ?? get(HOST_KEY);
    },
    forgetHostKey: () => keep(HOST_KEY, undefined),
    room: () => get(HOSTED_ROOM),
    keepRoom: (room: string | undefined) => keep(HOSTED_ROOM, room),
    /** 0 to 1. */
    loudness,
    /** Where phones of this network go. */
    address: (network: string) => get(ADDRESS + network),
    keepAddress: (network: string, address: string) => keep(ADDRESS + network, address),
  };
}
