// Seeded games under faults, in three places.

import assert from 'node:assert/strict';
import { hash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { Quiz } from '../../game/quiz/quiz.ts';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import type { Store } from '../../lambdas/ports/ports.ts';
import { steadyNow } from '../../local/steady-now.ts';
import { openJournal } from '../../local/store/journal.ts';
import { openStore } from '../../local/store/store.ts';
import { dynalite } from '../aws/dynalite.ts';
import { clientOn, createTable } from '../aws/engine.ts';
import { failing } from '../aws/failing.ts';
import { lagging } from '../aws/lagging.ts';
import { startRehearsal } from '../rehearsal/rehearsal.ts';
import { putSample } from '../support/samples.ts';
import { inVirtualTime } from '../support/virtual-time.ts';
import { faultNames, faultPlan } from './fault-plan.ts';
import { faultyDisconnect } from './faulty-ports.ts';
import { SHARDS, startFaultyServer } from './faulty-server.ts';
import { faultQuiz, type PlayedRoom, playUnderFaults } from './game-under-faults.ts';

const PLAYERS = 8;

/** Count by fault. */
export type Faults = Record<string, number>;

export interface FaultRun {
  faults: Faults;
  acknowledged: number;
  /** Digest of all frames received by the pages. */
  transcript: string;
}

export const onOneMachine = (seed: number, questions?: number): Promise<FaultRun> =>
  inVirtualTime(() => playOnOneMachine(seed, faultQuiz(questions)));

async function playOnOneMachine(seed: number, quiz: Quiz): Promise<FaultRun> {
  const plan = faultPlan(seed);
  const data = mkdtempSync(join(tmpdir(), 'quizcast-'));
  const fail = (error: unknown) => {
    throw error;
  };
  // A flush takes real time.
  const journal = openJournal(data, fail, async () => {});
  let later = 0;
  const store = openStore(journal, () => steadyNow() + later);
  const { close, ...server } = await startFaultyServer({ quiz, plan, faultless: store, inMemory: true });
  const { now: wallClock } = Date;
  const setWallClock = (wrongBy: number) => {
    Date.now = () => wallClock() + wrongBy;
  };
  try {
    const { id, pin, ...played } = await playUnderFaults({ ...server, quiz, plan, players: PLAYERS, setWallClock });
    assert.equal((await kept(store, id, quiz)).length, 1 + 2 * PLAYERS);
    // Eleven minutes later the room is purged.
    later = 11 * 60_000;
    store.purge();
    assert.deepEqual(
      [...(await kept(store, id, quiz)), await store.room(id), await store.findRoom(pin)],
      [undefined, undefined, undefined],
    );
    await journal.written();
    const rows = journal.rows().filter(({ pk }) => pk.startsWith('ROOM#'));
    assert.deepEqual(rows, []);
    return { ...played, faults: plan.met };
  } finally {
    Date.now = wallClock;
    await close();
    journal.close();
    rmSync(data, { recursive: true });
  }
}

async function kept(store: Store, id: string, quiz: Quiz): Promise<unknown[]> {
  const seats = await Promise.all(Array.from({ length: SHARDS }, (_, shard) => store.seats(id, shard, { fresh: true })));
  const standings = await store.shardStandings(id, quiz.questions.length - 1, 0);
  const room = await store.room(id);
  const questions = room && (await store.questions(room, 0, room.questions - 1));
  return [questions, ...seats.flat(), ...(standings === 'lost' ? [] : standings.own)];
}

export async function inDynamoDB(seed: number, questions?: number): Promise<FaultRun> {
  const quiz = faultQuiz(questions);
  const plan = faultPlan(seed);
  const engine = dynalite();
  await createTable(engine.call, 'Quizcast');
  const client = clientOn(
    failing(lagging(engine.call, 200), (operation) => (operation === 'DescribeTable' ? undefined : plan.draw('dynamodb'))),
    { maxAttempts: 4, timeoutMs: 500 },
  );
  const faultless = dynamoStore(clientOn(engine.call), 'Quizcast', steadyNow);
  const store = dynamoStore(client, 'Quizcast', steadyNow);
  // The SDK's first call reads files in real time.
  await client.send(new DescribeTableCommand({ TableName: 'Quizcast' }));
  await faultless.invited('nobody');
  return inVirtualTime(async () => {
    const { close, ...server } = await startFaultyServer({ quiz, plan, faultless, store, inMemory: true });
    try {
      return { ...(await playUnderFaults({ ...server, quiz, plan, players: PLAYERS })), faults: plan.met };
    } finally {
      await close();
    }
  });
}

/** @param assembly folder of a synthesised stack */
export async function asDeployed(seed: number, assembly: string): Promise<FaultRun> {
  const plan = faultPlan(seed);
  const quiz = faultQuiz();
  const rehearsal = await startRehearsal({
    assembly,
    lagMs: 200,
    timeFactor: 10,
    slowerTimers: 1,
    variables: { CROWD_FROM: '3', EXPECTED_PLAYERS: '2000' },
    environments: 8,
    twice: () => plan.draw('event') === 'doubled',
    database: (call) => failing(call, () => plan.draw('dynamodb')),
    posts: () => plan.draw('post'),
    disconnects: (leave) => faultyDisconnect(leave, plan),
  });
  const store = dynamoStore(rehearsal.client, rehearsal.table, Date.now);
  const key = randomBytes(16).toString('base64url');
  await store.invite(hash('sha256', key, 'base64url'));
  await putSample(store, 'quiz', quiz);
  let played: PlayedRoom;
  try {
    const port = Number(new URL(rehearsal.url).port);
    played = await playUnderFaults({ port, key, quiz, plan, players: PLAYERS });
  } finally {
    await rehearsal.close();
  }
  // Time-outs are part of the plan.
  assert.deepEqual(
    rehearsal.faults.filter((fault) => !fault.includes('TimeoutError')),
    [],
  );
  return { ...played, faults: plan.met };
}

export const PLACES = {
  local: (seed) => onOneMachine(seed),
  dynamodb: (seed) => inDynamoDB(seed),
  deployed: asDeployed,
} satisfies Record<string, (seed: number, assembly: string) => Promise<FaultRun>>;
export type Place = keyof typeof PLACES;

const EXPECTED = {
  local: [...faultNames('frame', 'post', 'store', 'disconnect'), 'server clock back', 'server clock ahead'],
  dynamodb: faultNames('frame', 'post', 'store', 'dynamodb', 'disconnect'),
  deployed: faultNames('frame', 'post', 'dynamodb', 'disconnect', 'event'),
} satisfies Record<Place, string[]>;

export const neverMet = (place: Place, runs: readonly FaultRun[]): string[] =>
  EXPECTED[place].filter((name) => !runs.some(({ faults }) => faults[name]));
