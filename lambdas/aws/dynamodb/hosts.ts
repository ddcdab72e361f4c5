import type { HostStore } from '../../ports/hosts.ts';
import type { Items } from './items.ts';
import { KEYS } from './table.ts';

export function hostVerbs(items: Items, now: () => number): HostStore {
  return {
    async invite(key) {
      await items.put(KEYS.invitation(key), { since: now() });
    },
    invited: async (key) => (await items.get(KEYS.invitation(key))) !== undefined,
  };
}
