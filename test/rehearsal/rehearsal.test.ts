// The rehearsal passes what is whole, and misses whatever is taken out of the stack, one thing at a time.
import { hash, randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ACTIONS } from '../../game/wire/client-messages.ts';
import { bundlesIn } from '../../infra/synth.ts';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import { TABLE } from '../../lambdas/aws/dynamodb/table.ts';
import { ENVIRONMENT } from '../../lambdas/aws/environment.ts';
import type { Json } from '../aws/engine.ts';
import { hostRoom, joinRoom, type PlayerClient } from '../support/clients.ts';
import { seeded } from '../support/fake-environment.ts';
import { connectClient } from '../support/protocol-client.ts';
import { assembled } from './assembly.ts';
import { type BotGame, playBotGame, shortQuiz } from './bot-game.ts';
import { type RehearsalOptions, startRehearsal } from './rehearsal.ts';

const assembly = assembled();

/** One evening; it is broken off when the first fault shows, or when the players are at a loss. */
async function rehearsed(
  options: Partial<RehearsalOptions> & { players?: number; questions?: number } = {},
): Promise<{ faults: string[]; logs: string[]; evening?: BotGame }> {
  const { players = 3, questions = 1, ...more } = options;
  const rehearsal = await startRehearsal({ assembly: assembly(), lagMs: 300, ...more });
  const { faults, logs, url, origin } = rehearsal;
  const store = dynamoStore(rehearsal.client, rehearsal.table, Date.now);
  const key = randomBytes(16).toString('base64url');
  const quiz = { id: 'short', questions };
  const patience = options.change ? 10_000 : 20_000;
  const game = async () => {
    await store.invite(hash('sha256', key, 'base64url'));
    await store.putQuiz('short', shortQuiz(questions));
    return playBotGame({ url, origin, key, quiz, players, random: seeded(1), twice: !!options.twice, patience });
  };
  let watching: NodeJS.Timeout | undefined;
  const broken = new Promise<undefined>((resolve) => {
    watching = setInterval(() => faults.length && options.change && resolve(undefined), 50);
  });
  const evening = await Promise.race([game().catch((error) => void faults.push(String(error))), broken]);
  clearInterval(watching);
  await rehearsal.close();
  return { faults, logs, ...(evening && { evening }) };
}

test('the whole stack plays a game without a fault, with an index that lags, and its logs hold no name, answer or secret', async () => {
  const { faults, logs, evening } = await rehearsed({ players: 12, questions: 2 });
  expect(faults).toEqual([]);
  expect([evening!.joins.length, evening!.acknowledged.length, evening!.heard.length]).toEqual([12 + 4, 24, 2]);
  expect(logs.length).toBeGreaterThan(0);
  expect(logs.filter((line) => /Player \d|Renamed|Unwanted|secret|"answer"/.test(line))).toEqual([]);
});

test('a large room: ten shards, an invocation for each, and everybody is told once', async () => {
  const variables = { EXPECTED_PLAYERS: '10000', CROWD_FROM: '5' };
  const { faults, evening } = await rehearsed({ players: 30, questions: 2, variables });
  expect(faults).toEqual([]);
  expect(evening!.heard.map((question) => question.length)).toEqual([30, 30]);
});

test('events that come twice do no harm', async () => {
  const variables = { CROWD_FROM: '0' };
  expect((await rehearsed({ variables, twice: () => true })).faults).toEqual([]);
});

test('a shard that cannot be told holds up no other; when it can, it is told what it missed', { timeout: 120_000 }, async () => {
  let sick = '';
  const rehearsal = await startRehearsal({
    assembly: assembly(),
    variables: { EXPECTED_PLAYERS: '4000', CROWD_FROM: '0' },
    database: (call) => async (operation, body) => {
      const values = body.ExpressionAttributeValues;
      if (sick && operation === 'Query' && body.ConsistentRead && values?.[':pk']?.S === sick)
        return { status: 500, body: { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message: 'sick' } };
      return call(operation, body);
    },
  });
  onTestFinished(() => rehearsal.close());
  const store = dynamoStore(rehearsal.client, rehearsal.table, Date.now);
  const key = randomBytes(16).toString('base64url');
  await store.invite(hash('sha256', key, 'base64url'));
  await store.putQuiz('short', shortQuiz(1));
  const game = await hostRoom(await connectClient(rehearsal.url), key, { quiz: 'short' });
  const players: PlayerClient[] = [];
  for (let i = 0; i < 12; i++) players.push(await joinRoom(rehearsal.url, game.pin, `Player ${i}`));
  const shardOf = ({ seat }: PlayerClient) => seat.split('.')[1]!;
  const unlucky = shardOf(players[0]!);
  const [there, others] = [players.filter((one) => shardOf(one) === unlucky), players.filter((one) => shardOf(one) !== unlucky)];
  expect(others.length).toBeGreaterThan(0);
  const asked = ({ line }: PlayerClient) => line.heard('view', ({ room }) => room?.phase === 'question');
  // The host’s move reads all seats before it is made: only the telling is to fail.
  const { move } = game;
  const moving = move('start');
  await expect.poll(async () => (await store.room(game.id))!.phase, { interval: 5 }).toBe('question');
  sick = `ROOM#${game.id}#${unlucky}`;
  await Promise.all([moving, ...others.map(asked)]);
  const heard = (one: PlayerClient) => one.line.received.filter((frame) => frame.includes('"phase":"question"')).length;
  await expect
    .poll(() => rehearsal.faults.some((fault) => /announce\w+, invoked asynchronously/i.test(fault)), { timeout: 15_000 })
    .toBe(true);
  expect(players.map(heard)).toEqual(players.map((one) => (there.includes(one) ? 0 : 1)));
  sick = '';
  // Their next sync brings it.
  const synced = await Promise.all(there.map((one) => one.sync()));
  expect(synced.map((frame) => frame.type === 'view' && frame.room?.phase)).toEqual(there.map(() => 'question'));
  for (const { line } of [...players, game]) line.close();
});

const functionNamed = (template: Json, name: string): Json =>
  Object.values<Json>(template.Resources).find(({ Properties }) => Properties?.Description === `Quizcast: ${name}`)!;
const ofType = (template: Json, type: string): [string, Json][] =>
  Object.entries<Json>(template.Resources).filter(([, { Type }]) => Type === type);
const table = (template: Json): Json => ofType(template, 'AWS::DynamoDB::GlobalTable')[0]![1].Properties;

interface Loss {
  what: string;
  /** How far the index lags, ms: usually 300. */
  lagMs?: number;
  change: (template: Json) => void;
  /** What the rehearsal says of it. */
  shows: RegExp;
}

/** Every right that a function has beside its log. */
const RIGHTS: Record<string, string[]> = {
  disconnect: ['dynamodb:Query', 'dynamodb:UpdateItem'],
  player: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'].map((verb) => `dynamodb:${verb}`),
  host: [
    ...['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'].map((verb) => `dynamodb:${verb}`),
    'execute-api:ManageConnections',
    'lambda:InvokeFunction',
  ],
  announce: [...['GetItem', 'Query', 'UpdateItem'].map((verb) => `dynamodb:${verb}`), 'execute-api:ManageConnections'],
};

const rightsLost = Object.entries(RIGHTS).flatMap(([name, actions]) =>
  actions.map(
    (action): Loss => ({
      what: `the right of ${name} to ${action}`,
      // It frees a seat whose line is gone before `$disconnect` has found it in the index: that takes the longer, the more this lags.
      ...(name === 'announce' && action === 'dynamodb:UpdateItem' && { lagMs: 1400 }),
      change(template) {
        const role = template.Resources[functionNamed(template, name).Properties.Role['Fn::GetAtt'][0]];
        for (const { PolicyDocument } of role.Properties.Policies) {
          for (const statement of PolicyDocument.Statement) {
            statement.Action = [statement.Action].flat().filter((one: string) => one !== action);
          }
        }
      },
      shows: new RegExp(`AccessDenied: ${name}\\w+ may not ${action}`, 'i'),
    }),
  ),
);
const ROUTES = ['$connect', '$disconnect', '$default', ...Object.keys(ACTIONS.player), ...Object.keys(ACTIONS.host)];
const without = (template: Json, type: string, gone: (properties: Json, id: string) => boolean) => {
  for (const [id, { Properties }] of ofType(template, type)) if (gone(Properties, id)) delete template.Resources[id];
};
const routeOf = (template: Json, key: string) =>
  ofType(template, 'AWS::ApiGatewayV2::Route').find(([, { Properties }]) => Properties.RouteKey === key)![0];
const AT_A_LOSS: Record<string, RegExp> = {
  $connect: /a page of somebody else was let in/,
  $disconnect: /the host does not see/,
  $default: /no refused in/,
};
const routesLost = ROUTES.map(
  (key): Loss => ({
    what: `the route ${key}`,
    change(template) {
      const id = routeOf(template, key);
      delete template.Resources[id];
      without(template, 'AWS::ApiGatewayV2::RouteResponse', ({ RouteId }) => RouteId.Ref === id);
    },
    shows: AT_A_LOSS[key] ?? new RegExp(`the action ${key} has no route of its own`),
  }),
);
const responsesLost = ROUTES.slice(2).map(
  (key): Loss => ({
    what: `the route response of ${key}`,
    change(template) {
      const id = routeOf(template, key);
      without(template, 'AWS::ApiGatewayV2::RouteResponse', ({ RouteId }) => RouteId.Ref === id);
    },
    shows: key === '$default' ? /no refused in/ : new RegExp(`no reply to ${key} in`),
  }),
);
// But for `remove`: CDK permits `*move` too, which fits it as well, here and on AWS.
const permissionsLost = ROUTES.filter((key) => key !== 'remove').map(
  (key): Loss => ({
    what: `the gateway’s permission to invoke for ${key}`,
    change: (template) =>
      without(template, 'AWS::Lambda::Permission', ({ SourceArn }) => SourceArn['Fn::Join'][1].at(-1) === `/*${key}`),
    shows: /the gateway may not invoke/,
  }),
);
const variablesLost = Object.entries(ENVIRONMENT).flatMap(([name, variables]) =>
  variables.map(
    (variable): Loss => ({
      what: `the variable ${variable} of ${name}`,
      change: (template) => delete functionNamed(template, name).Properties.Environment.Variables[variable],
      shows: new RegExp(`${name}: the environment has no ${variable}`),
    }),
  ),
);
const renamed = (template: Json, from: string, to: string) => {
  const properties = table(template);
  for (const definition of properties.AttributeDefinitions) if (definition.AttributeName === from) definition.AttributeName = to;
  const schemas = [properties.KeySchema, ...properties.GlobalSecondaryIndexes.map((index: Json) => index.KeySchema)];
  for (const key of schemas.flat()) if (key.AttributeName === from) key.AttributeName = to;
};
const keysLost: Loss[] = [
  ...[TABLE.pk, TABLE.sk].map((key) => ({
    what: `the key ${key}`,
    change: (template: Json) => renamed(template, key, 'another'),
    shows: /ValidationException/,
  })),
  {
    what: 'the key of the index',
    change: (template) => renamed(template, TABLE.index.pk, 'another'),
    shows: /ValidationException/,
  },
  {
    what: 'the index',
    change(template) {
      table(template).GlobalSecondaryIndexes = [];
      table(template).AttributeDefinitions.pop();
    },
    shows: /ValidationException/,
  },
  {
    what: 'the time to live',
    change: (template) => delete table(template).TimeToLiveSpecification,
    shows: /never deleted/,
  },
  {
    what: 'the stage',
    change: (template) => without(template, 'AWS::ApiGatewayV2::Stage', () => true),
    shows: /no WebSocket API with a stage/,
  },
];

describe.concurrent('the rehearsal fails without', { timeout: 300_000 }, () => {
  const losses = [...rightsLost, ...routesLost, ...responsesLost, ...permissionsLost, ...variablesLost, ...keysLost];
  test.each(losses.map((loss) => [loss.what, loss] as const))('%s', async (_, { change, shows, lagMs = 300 }) => {
    // Every room is told by invocations, so that all five functions have something to do.
    const losing = rehearsed({ change, lagMs, variables: { CROWD_FROM: '0' }, environments: 2 });
    const { faults } = await losing.catch((error) => ({ faults: [String(error)] }));
    expect(faults).toEqual(expect.arrayContaining([expect.stringMatching(shows)]));
  });
});

test('a handler that returns before its work is done is caught: Lambda would have frozen it', async () => {
  const planted = mkdtempSync(join(tmpdir(), 'quizcast-planted-'));
  onTestFinished(() => rmSync(planted, { recursive: true }));
  cpSync(assembly(), planted, { recursive: true });
  const { file } = bundlesIn(planted).find(({ name }) => name === 'announce')!;
  renameSync(file, file.replace('index.mjs', 'whole.mjs'));
  writeFileSync(
    file,
    `import { handler as whole } from './whole.mjs';\nexport const handler = async (event) => void whole(event);\n`,
  );
  expect(readFileSync(file, 'utf8')).toContain('whole');
  const { faults } = await rehearsed({ assembly: planted, variables: { CROWD_FROM: '0' } });
  expect(faults).toEqual(expect.arrayContaining([expect.stringMatching(/calls AWS .* when it has returned|calls unanswered/)]));
});
