// Whole evenings of bad weather, by their seed: on one machine, with the store in DynamoDB, and on what would be deployed.
import assert from 'node:assert/strict';
import { hash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dynamoStore } from '../../lambdas/aws/store.ts';
import { openJournal } from '../../local/journal.ts';
import { openStore } from '../../local/store.ts';
import { dynalite } from '../aws/dynalite.ts';
import { serve } from '../aws/dynamodb-endpoint.ts';
import { clientAt, clientOn, createTable } from '../aws/engine.ts';
import { failing } from '../aws/failing.ts';
import { lagging } from '../aws/lagging.ts';
import { startRehearsal } from '../rehearsal/rehearsal.ts';
import { openHouse } from './house.ts';
import { playStorm, stormQuiz } from './stormy.ts';
import { type Weather, weather } from './weather.ts';

const PLAYERS = 8;
const quiz = stormQuiz();

/** It must have been bad weather, or nothing is shown. @returns how many faults there were */
function faultsOf({ met }: Weather, sorts: number): number {
  assert.ok(Object.keys(met).length >= sorts, `only ${Object.keys(met)} went wrong`);
  return Object.values(met).reduce((sum, times) => sum + times);
}

export async function onOneMachine(seed: number): Promise<number> {
  const here = weather(seed);
  const data = mkdtempSync(join(tmpdir(), 'quizcast-'));
  const journal = openJournal(data, (error) => {
    throw error;
  });
  let later = 0;
  const store = openStore(journal, () => Date.now() + later);
  const { port, key, close } = await openHouse(store, quiz, here);
  try {
    await playStorm({ port, key, quiz, weather: here, players: PLAYERS });
  } finally {
    await close();
  }
  // When its days are over, nothing of the room is left.
  later = 2 * 86_400_000;
  store.purge();
  await journal.written();
  assert.deepEqual(
    journal.rows().filter(({ pk }) => pk.startsWith('ROOM#')),
    [],
  );
  journal.close();
  rmSync(data, { recursive: true });
  return faultsOf(here, 8);
}

export async function inDynamoDB(seed: number): Promise<number> {
  const here = weather(seed);
  const engine = dynalite();
  await createTable(engine.call, 'Quizcast');
  const database = await serve(failing(lagging(engine.call, 200), () => here.dynamodb()));
  const client = clientAt(database.endpoint, {
    maxAttempts: 4,
    requestHandler: { requestTimeout: 500, throwOnRequestTimeout: true },
  });
  const calm = dynamoStore(clientOn(engine.call), 'Quizcast', Date.now);
  const { port, key, close } = await openHouse(calm, quiz, here, dynamoStore(client, 'Quizcast', Date.now));
  try {
    await playStorm({ port, key, quiz, weather: here, players: PLAYERS });
  } finally {
    await close();
    client.destroy();
    await database.close();
  }
  return faultsOf(here, 8);
}

/** @param assembly a synthesised stack */
export async function asDeployed(seed: number, assembly: string): Promise<number> {
  const here = weather(seed);
  const rehearsal = await startRehearsal({
    assembly,
    lagMs: 200,
    variables: { CROWD_FROM: '3', EXPECTED_PLAYERS: '2000' },
    twice: () => here.random() < 0.2,
    environments: 4,
    database: (call) => failing(call, () => here.dynamodb()),
  });
  const store = dynamoStore(rehearsal.client, rehearsal.table, Date.now);
  const key = randomBytes(16).toString('base64url');
  await store.invite(hash('sha256', key, 'base64url'));
  await store.shelve('quiz', quiz);
  try {
    await playStorm({ port: Number(new URL(rehearsal.url).port), key, quiz, weather: here, players: PLAYERS });
  } finally {
    await rehearsal.close();
  }
  return faultsOf(here, 5);
}
