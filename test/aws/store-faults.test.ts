// The DynamoDB store under throttling, failures and lost calls.

import { expect, onTestFinished, test } from 'vitest';
import { isRefusal, refusal } from '../../game/refusals.ts';
import { shardOf } from '../../game/seats/seat.ts';
import { dynamoItems } from '../../lambdas/aws/dynamodb/items.ts';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import { KEYS } from '../../lambdas/aws/dynamodb/table.ts';
import { SAMPLES } from '../../lambdas/ports/library.ts';
import type { Store } from '../../lambdas/ports/ports.ts';
import { id, QUIZ, roomOf } from '../contracts/store.ts';
import { putSample } from '../support/samples.ts';
import { inVirtualTime, VIRTUAL_EPOCH } from '../support/virtual-time.ts';
import { dynalite } from './dynalite.ts';
import { serve } from './dynamodb-endpoint.ts';
import { clientAt, clientOn, createTable } from './engine.ts';
import { type Fault, failing } from './failing.ts';

const TABLE = 'Quizcast';

/** A new table; `plan` decides each call's fault. */
async function storeWith(plan: (operation: string, n: number) => Fault | undefined) {
  const engine = dynalite();
  await createTable(engine.call, TABLE);
  let calls = 0;
  const { endpoint, close } = await serve(
    failing(engine.call, (operation, n) => {
      calls = n + 1;
      return plan(operation, n);
    }),
  );
  const client = clientAt(endpoint, {
    maxAttempts: 4,
    requestHandler: { requestTimeout: 800, throwOnRequestTimeout: true },
  });
  onTestFinished(async () => {
    client.destroy();
    await close();
  });
  return { store: dynamoStore(client, TABLE, Date.now, { indexRetriesMs: [] }), engine, calls: () => calls };
}

const ROOM = roomOf({ expiresAt: VIRTUAL_EPOCH + 3_600_000_000 });
const PEOPLE = ['Ann', 'Bo', 'Cy'].map((name, i) => ({
  name,
  address: { room: ROOM.id, shard: shardOf(`seat-${i}`, 1), seat: `seat-${i}` },
  secret: `secret-${i}`,
  connection: `connection-${i}`,
}));

async function playAll(store: Store) {
  const steps: unknown[] = [];
  const step = async (done: Promise<unknown>) => steps.push(await done);
  const [ann, bo, cy] = PEOPLE as [(typeof PEOPLE)[0], (typeof PEOPLE)[0], (typeof PEOPLE)[0]];
  await step(store.invite('host'));
  await step(store.openRoom(ROOM, QUIZ));
  for (const { address, secret, name, connection } of PEOPLE) {
    const by = { connection, connectedAt: 1000, at: 1000 };
    await step(store.join({ ...address, secret, name, folded: name.toLowerCase(), ...by, expiresAt: ROOM.expiresAt }));
  }
  await step(store.claimHost(ROOM.id, { connection: 'host', connectedAt: 5 }));
  await step(store.rename(bo.address, bo.secret, { name: 'Bob', folded: 'bob', at: 2000 }));
  await step(store.changeRoom(ROOM.id, 1, { settings: { speed: true, locked: true, guarded: false } }, 'lock', 2000));
  await step(store.findRoom(ROOM.pin));
  const answers = PEOPLE.map(({ address, secret }) => store.recordAnswer(address, secret, 0, { value: '2', at: 3000 }));
  // A retry after a lost reply has the same result.
  for (const answer of answers) await step(answer.then((one) => (isRefusal(one) ? one : { ...one, result: 'kept' })));
  const own = new Map([
    [ann.address.seat, { version: 3, turn: 0, mark: 'right', gained: 1, points: 1, streak: 1, rank: 1, of: 3 } as const],
  ]);
  await step(store.saveStandings(ROOM, 0, { own, settled: new Map([[ann.address.seat, { points: 0, streak: 0 }]]) }));
  await step(store.shardStandings(ROOM.id, 0, 0));
  await step(store.archiveAnswers(ROOM, 0, new Map(PEOPLE.map(({ address }) => [address.seat, { value: '2', at: 3000 }])), 'w'));
  await step(store.archivedAnswers(ROOM.id, 0, 0, 0));
  const fourth = await store.recordAnswer(ann.address, ann.secret, 3, { value: '1', at: 3500 });
  await step(Promise.resolve({ ...fourth, result: 'kept' }));
  await step(store.recordAnswer(ann.address, ann.secret, 0, { value: '2', at: 3600 }));
  await step(store.claimSeat(ann.address, ann.secret, { connection: 'newer', connectedAt: 2000 }));
  await step(store.disconnectAll(bo.connection, 4000));
  await step(store.kick(cy.address));
  await step(store.changeRoom(ROOM.id, 2, { phase: 'closed' }, 'end', 5000));
  await step(store.deleteSeat(bo.address, bo.secret));
  await step(store.seats(ROOM.id, 0, { fresh: true }));
  await step(Promise.all(['ann', 'bo', 'bob', 'cy'].map((name) => store.nameFree(ROOM.id, name))));
  await step(store.roomsOf(ROOM.owner));
  await step(store.room(ROOM.id));
  await step(store.findRoom(ROOM.pin));
  return steps;
}

async function virtualStore(plan: (n: number) => Fault | undefined) {
  const engine = dynalite();
  await createTable(engine.call, TABLE);
  let calls = 0;
  const faulty = failing(engine.call, (_operation, n) => {
    calls = n + 1;
    return plan(n);
  });
  const client = clientOn(faulty, { maxAttempts: 4, timeoutMs: 800 });
  return { store: dynamoStore(client, TABLE, Date.now, { indexRetriesMs: [] }), calls: () => calls };
}

test.each<[string, Fault[]]>([
  ['any single call that is not made', ['throttle', 'internal', 'lost']],
  ['any single lost reply', ['lostAfter']],
])('%s leaves the result of a game unchanged', async (_, faults) => {
  const faultless = await virtualStore(() => undefined);
  const expected = await playAll(faultless.store);
  expect(faultless.calls()).toBeGreaterThan(40);
  await inVirtualTime(async () => {
    for (let faulty = 0; faulty < faultless.calls(); faulty++) {
      const { store } = await virtualStore((n) => (n === faulty ? faults[n % faults.length] : undefined));
      expect({ faulty, steps: await playAll(store) }).toEqual({ faulty, steps: expected });
    }
  });
});

test('a silent database causes an error within two seconds, and the function survives', async () => {
  let silent = false;
  const { store } = await storeWith(() => (silent ? 'lost' : undefined));
  await store.openRoom(ROOM, QUIZ);
  silent = true;
  await expect(store.room(ROOM.id)).rejects.toThrow(/timed out|timeout/i);
  silent = false;
  expect(await store.room(ROOM.id)).toEqual(ROOM);
});

test('a name without a seat becomes free after thirty seconds', async () => {
  let crash = false;
  const { store } = await storeWith((operation) => (crash && operation === 'UpdateItem' ? 'lost' : undefined));
  await store.openRoom(ROOM, QUIZ);
  const join = (seat: string, at: number) => {
    const who = { room: ROOM.id, shard: 0, seat, secret: seat, name: 'Ann', folded: 'ann' };
    return store.join({ ...who, connection: seat, connectedAt: at, at, expiresAt: ROOM.expiresAt });
  };
  crash = true;
  await expect(join('first', 1000)).rejects.toThrow();
  crash = false;
  expect(await join('second', 1000 + 29_999)).toEqual(refusal('nameTaken'));
  expect(await join('third', 1000 + 30_000)).toMatchObject({ id: 'third', name: 'Ann' });
  expect(await join('fourth', 1000 + 90_000)).toEqual(refusal('nameTaken'));
  // The crashed player must choose another name.
  expect(await join('first', 1000 + 90_000)).toEqual(refusal('nameTaken'));
});

test('a list longer than one page (1 MB) is read completely', async () => {
  const { store, engine } = await storeWith(() => undefined);
  await store.openRoom(ROOM, QUIZ);
  const title = 'x'.repeat(300_000);
  for (let i = 0; i < 5; i++) await putSample(store, `quiz-${i}`, { ...QUIZ, title });
  expect((await store.heads(SAMPLES)).map((head) => [head.id, head.title])).toEqual(
    [0, 1, 2, 3, 4].map((i) => [`quiz-${i}`, title]),
  );
  const items = dynamoItems(clientOn(engine.call), TABLE);
  const seats = Array.from({ length: 5 }, () => id(16)).sort();
  const answer = `000:${'x'.repeat(300_000)}@${(1000).toString(36)}`;
  for (const seat of seats) {
    await items.put(KEYS.seat(ROOM.id, 0, seat), { name: seat, secret: seat, rev: 1, joinedAt: 1, connectedAt: 1, a0: answer });
  }
  for (const fresh of [true, false]) {
    const found = await store.seats(ROOM.id, 0, { fresh });
    expect(found.map((seat) => [seat.id, seat.answers[0]!.value.length])).toEqual(seats.map((seat) => [seat, 300_000]));
  }
});
