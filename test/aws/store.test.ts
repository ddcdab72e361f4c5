// DynamoDB store contract, on both engines and a lagging index.
import { randomBytes } from 'node:crypto';
import { test } from 'vitest';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import { libraryContract } from '../contracts/library.ts';
import { storeContract } from '../contracts/store.ts';
import { sharedDynamodb } from '../support/shared.ts';
import { dynalite } from './dynalite.ts';
import { WITHOUT_JAVA } from './dynamodb-local.ts';
import { clientOn, createTable, type Engine } from './engine.ts';
import { lagging } from './lagging.ts';

async function open(engine: Engine, lagMs = 0) {
  const table = `Quizcast-${randomBytes(4).toString('hex')}`;
  await createTable(engine.call, table);
  const client = clientOn(lagMs ? lagging(engine.call, lagMs) : engine.call);
  const looks = lagMs ? [100, 400, 1000] : [];
  return { store: dynamoStore(client, table, Date.now, { indexRetriesMs: looks }), close: engine.close };
}

for (const contract of [storeContract, libraryContract]) {
  contract('dynalite', () => open(dynalite()));
  contract('dynalite, with reads that lag', () => open(dynalite(), 300));
  if (WITHOUT_JAVA) test.skip(`DynamoDB Local: ${WITHOUT_JAVA}`);
  else contract('DynamoDB Local', async () => open(await sharedDynamodb()));
}
