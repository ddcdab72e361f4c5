// The plan agrees with a rehearsal under equal limits.

import { hash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../bench/plan/limits.ts';
import { simulate } from '../../bench/plan/simulate.ts';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import { shortQuiz } from '../rehearsal/bot-game.ts';
import { startRehearsal } from '../rehearsal/rehearsal.ts';
import { hostRoom, joinRoom, type PlayerClient } from '../support/clients.ts';
import { connectClient } from '../support/protocol-client.ts';
import { putSample } from '../support/samples.ts';
import { sharedAssembly } from '../support/shared.ts';

const assembly = await sharedAssembly();
const PLAYERS = 90;
const LIMITS = { perSecond: 60, burst: 40 };

test('plan and rehearsal agree for 90 players at 60 requests a second, burst 40', { timeout: 120_000 }, async () => {
  const rehearsal = await startRehearsal({ assembly, requests: LIMITS });
  const store = dynamoStore(rehearsal.client, rehearsal.table, Date.now);
  const key = randomBytes(16).toString('base64url');
  await store.invite(hash('sha256', key, 'base64url'));
  await putSample(store, 'short', shortQuiz(1));
  const game = await hostRoom(await connectClient(rehearsal.url), key, { quiz: 'short' });
  const players: PlayerClient[] = [];
  for (let i = 0; i < PLAYERS; i++) players.push(await joinRoom(rehearsal.url, game.pin, `Player ${i}`));
  // Let the token bucket refill.
  await new Promise((resolve) => setTimeout(resolve, 1000));

  const clicked = performance.now();
  const told = players.map(async ({ line }) => {
    await line.waitFor('view', ({ room }) => room?.phase === 'question');
    return performance.now() - clicked;
  });
  const { turn } = await game.move('start');
  const heard = (await Promise.all(told)).sort((a, b) => a - b);
  for (const { line } of [...players, game]) line.close();
  await rehearsal.close();
  expect(rehearsal.faults).toEqual([]);

  const planned = simulate(
    {
      players: PLAYERS,
      arriving: 60,
      // Posts are retried until the options open.
      reading: (turn!.opensAt - turn!.announcedAt) / 1000,
      answering: [1, 9],
      shards: 1,
      crowdFrom: 250,
    },
    { ...defaultLimits(), requests: LIMITS.perSecond, burst: LIMITS.burst },
  ).heard;
  const rows = [0.25, 0.5, 0.75, 1].map((share) => {
    const at = (curve: readonly number[]) => Math.round(curve[Math.ceil(curve.length * share) - 1]!);
    return { told: `${share * 100} %`, 'plan, ms': at(planned), 'rehearsal, ms': at(heard), difference: at(heard) - at(planned) };
  });
  console.table(rows);
  expect([planned.length, heard.length]).toEqual([PLAYERS, PLAYERS]);
  const ratio = heard.at(-1)! / planned.at(-1)!;
  expect(ratio).toBeGreaterThan(0.5);
  // The rehearsal adds the functions' real duration, on a busy machine many times over.
  expect(ratio).toBeLessThan(40);
});
