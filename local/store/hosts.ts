import type { HostStore } from '../../lambdas/ports/hosts.ts';
import type { Journal } from './journal.ts';

export function hostVerbs(journal: Journal, invitations: Set<string>): HostStore {
  return {
    async invite(key) {
      invitations.add(key);
      journal.put(`HOST#${key}`, 'HOST', {});
      await journal.written();
    },
    invited: async (key) => invitations.has(key),
  };
}
