// Host contract on the bundled functions.

import { hash, randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import { hostContract } from '../contracts/host.ts';
import { QUICK } from '../local/fixture.ts';
import { putSample } from '../support/samples.ts';
import { sharedAssembly } from '../support/shared.ts';
import { startRehearsal } from './rehearsal.ts';

hostContract('as deployed, rehearsed', async () => {
  const rehearsal = await startRehearsal({ assembly: await sharedAssembly(), lagMs: 100, timeFactor: 10 });
  const store = dynamoStore(rehearsal.client, rehearsal.table, Date.now);
  const key = randomBytes(16).toString('base64url');
  await store.invite(hash('sha256', key, 'base64url'));
  await putSample(store, QUICK.id, QUICK.quiz);
  return {
    url: rehearsal.url,
    key,
    async close() {
      await rehearsal.close();
      expect(rehearsal.faults).toEqual([]);
    },
  };
});
