// The stack plays games; every missing grant is noticed.

import { hash, randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bundlesIn } from '../../infra/synth.ts';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import { putQuiz } from '../../lambdas/library/put-quiz.ts';
import type { Store } from '../../lambdas/ports/ports.ts';
import { seeded } from '../support/fake-environment.ts';
import { putSample } from '../support/samples.ts';
import { sharedAssembly } from '../support/shared.ts';
import { type BotGame, playBotGame, shortQuiz } from './bot-game.ts';
import { LOSSES } from './losses.ts';
import { type Rehearsal, type RehearsalOptions, startRehearsal } from './rehearsal.ts';
import { readStack } from './template.ts';
import { bothUsages, missingFrom, noUsage, type Usage, unusedIn } from './usage.ts';

const assembly = await sharedAssembly();

/** Ends with the game, an expected fault, or silence. */
async function rehearsed({
  players = 3,
  questions = 1,
  until,
  ...more
}: Partial<RehearsalOptions> & { players?: number; questions?: number; until?: RegExp } = {}): Promise<
  Pick<Rehearsal, 'faults' | 'logs' | 'used'> & { game?: BotGame }
> {
  let release = () => {};
  let held: Promise<void> | undefined;
  const rehearsal = await startRehearsal({
    assembly,
    lagMs: 100,
    timeFactor: 10,
    // Each is a process; more would wait for cores.
    environments: 3,
    disconnects: async (leave) => {
      await held;
      return leave();
    },
    ...more,
  });
  const { faults, logs, used, url, origin } = rehearsal;
  const store = dynamoStore(rehearsal.client, rehearsal.table, Date.now);
  const key = randomBytes(16).toString('base64url');
  const play = async () => {
    await store.invite(hash('sha256', key, 'base64url'));
    await putSample(store, 'short', shortQuiz(questions));
    await oldThings(rehearsal, store);
    await rehearsal.nextDay();
    expect((await store.heads('host')).map(({ id }) => id)).toEqual([]);
    return playBotGame({
      url,
      origin,
      key,
      quiz: { id: 'short', questions },
      players,
      random: seeded(1),
      twice: !!more.twice,
      timeoutMs: until ? 20_000 : 100_000,
      holdDisconnects(hold) {
        if (hold) held = new Promise((resolve) => (release = resolve));
        else release();
      },
    });
  };
  let watching: NodeJS.Timeout | undefined;
  const broken = new Promise<undefined>((resolve) => {
    watching = setInterval(() => until && faults.some((fault) => until.test(fault)) && resolve(undefined), 50);
  });
  const game = await Promise.race([play().catch((error) => void faults.push(String(error))), broken]);
  clearInterval(watching);
  release();
  await rehearsal.close();
  return { faults, logs, used, ...(game && { game }) };
}

/** A quiz that was thrown away long ago, and a file of no quiz. */
async function oldThings({ files }: Rehearsal, store: Store): Promise<void> {
  await putQuiz(store, 'host', 'old', shortQuiz(1), 1000);
  await store.markQuiz('host', 'old', { binnedAt: 2000 });
  files.set(`media/${'a'.repeat(64)}.png`, { bytes: Buffer.alloc(1), headers: {}, checksum: undefined, tags: {}, at: 0 });
}

/** One loss of a kind, played for real; below, all are compared with what the games used. */
const PLAYED = {
  'the route response of sync': /no reply to sync in/,
  'the right of player to dynamodb:UpdateItem': /AccessDenied: player\w+ may not dynamodb:UpdateItem/i,
  'the gateway’s permission to invoke for $connect': /the gateway may not invoke/,
  'the variable ANNOUNCE of host': /host: the environment has no ANNOUNCE/,
};

const small: { used?: Usage } = {};
const large: { used?: Usage } = {};

describe.concurrent('the whole stack plays a game', { timeout: 300_000 }, () => {
  // Longest first: it waits for a missing reply.
  test.each(Object.entries(PLAYED))('and fails without %s', async (what, shows) => {
    const { change } = LOSSES.find((loss) => loss.what === what)!;
    // Broadcasts by invocation: all five functions run.
    const losing = rehearsed({ change, until: shows, variables: { CROWD_FROM: '0' } });
    const { faults } = await losing.catch((error) => ({ faults: [String(error)] }));
    expect(faults).toEqual(expect.arrayContaining([expect.stringMatching(shows)]));
  });

  test('in a small room with a lagging index; logs have no name, answer or secret', async () => {
    const { faults, logs, used: own, game } = await rehearsed({ players: 12, questions: 2 });
    small.used = own;
    expect(faults).toEqual([]);
    expect([game!.joins.length, game!.acknowledged.length, game!.heard.length]).toEqual([12 + 4, 24, 2]);
    expect(logs.length).toBeGreaterThan(0);
    expect(logs.filter((line) => /Player \d|Renamed|Unwanted|secret|"answer"/.test(line))).toEqual([]);
  });

  test('in a room of ten shards with duplicate events', async () => {
    const variables = { EXPECTED_PLAYERS: '10000', CROWD_FROM: '5' };
    const { faults, used: own, game } = await rehearsed({ players: 20, questions: 1, variables, twice: () => true });
    large.used = own;
    expect(faults).toEqual([]);
    expect(game!.heard.map((question) => question.length)).toEqual([20]);
  });

  test('a handler that returns before its work is done is reported', {
    timeout: 300_000,
  }, async () => {
    const planted = mkdtempSync(join(tmpdir(), 'quizcast-planted-'));
    onTestFinished(() => rmSync(planted, { recursive: true }));
    cpSync(assembly, planted, { recursive: true });
    const { file } = bundlesIn(planted).find(({ name }) => name === 'announce')!;
    renameSync(file, file.replace('index.mjs', 'whole.mjs'));
    writeFileSync(
      file,
      `import { handler as whole } from './whole.mjs';\nexport const handler = async (event) => void whole(event);\n`,
    );
    const frozen = /calls AWS .* when it has returned|calls unanswered/;
    const { faults } = await rehearsed({ assembly: planted, until: frozen, variables: { CROWD_FROM: '0' } });
    expect(faults).toEqual(expect.arrayContaining([expect.stringMatching(frozen)]));
  });
});

describe('the usage of those games', () => {
  const used = () => bothUsages(small.used ?? noUsage(), large.used ?? noUsage());

  test('covers every right, route, response and variable of the template', () => {
    expect(unusedIn(readStack(assembly), used())).toEqual([]);
    expect(missingFrom(readStack(assembly), used())).toEqual([]);
  });

  test.each(LOSSES.map((loss) => [loss.what, loss] as const))('exceeds a template without %s', (_, { change, shows }) => {
    const missing = missingFrom(readStack(assembly, change), used());
    expect(missing).toEqual(expect.arrayContaining([expect.stringMatching(shows)]));
  });
});
