// Every promise of a host, kept by what would be deployed: the functions as bundled, each in processes of its own.
import { hash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { synthesise } from '../../infra/app.ts';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import { hostContract } from '../contracts/host.ts';
import { QUICK } from '../local/fixture.ts';
import { startRehearsal } from './rehearsal.ts';

hostContract('as deployed, rehearsed', async () => {
  const outdir = mkdtempSync(join(tmpdir(), 'quizcast-assembly-'));
  const rehearsal = await startRehearsal({ assembly: await synthesise({ outdir }), lagMs: 100 });
  const store = dynamoStore(rehearsal.client, rehearsal.table, Date.now);
  const key = randomBytes(16).toString('base64url');
  await store.invite(hash('sha256', key, 'base64url'));
  await store.putQuiz(QUICK.id, QUICK.quiz);
  return {
    url: rehearsal.url,
    key,
    async close() {
      await rehearsal.close();
      rmSync(outdir, { recursive: true });
      expect(rehearsal.faults).toEqual([]);
    },
  };
});
