// `npm run invite` against a local table and stack.
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import type { Store } from '../../lambdas/ports/ports.ts';
import { dynalite } from '../aws/dynalite.ts';
import { serve } from '../aws/dynamodb-endpoint.ts';
import { clientOn, createTable } from '../aws/engine.ts';
import { sampleIds } from '../support/samples.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGES = 'https://quiz.example.org';
const STACK = (outputs: Record<string, string>) =>
  `<DescribeStacksResponse><DescribeStacksResult><Stacks><member>
  <StackName>Quizcast</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>
  ${Object.entries(outputs).map(([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`)}
  </Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`.replaceAll(',<member>', '<member>');
const NO_STACK = `<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code>
  <Message>Stack with id Another does not exist</Message></Error></ErrorResponse>`;

let store: Store;
let environment: Record<string, string>;

beforeAll(async () => {
  const engine = dynalite();
  await createTable(engine.call, 'TheTable');
  store = dynamoStore(clientOn(engine.call), 'TheTable', Date.now);
  const table = await serve(engine.call);
  const stacks = createServer(async (req, res) => {
    const isOurs = (await text(req)).includes('StackName=Quizcast');
    res.writeHead(isOurs ? 200 : 400, { 'content-type': 'text/xml' });
    res.end(isOurs ? STACK({ Table: 'TheTable', Pages: PAGES }) : NO_STACK);
  });
  await once(stacks.listen(0, '127.0.0.1'), 'listening');
  environment = {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'any',
    AWS_SECRET_ACCESS_KEY: 'any',
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
    AWS_ENDPOINT_URL_CLOUDFORMATION: `http://127.0.0.1:${(stacks.address() as AddressInfo).port}`,
  };
  return async () => {
    await table.close();
    stacks.close();
  };
});

async function invite(args: string[], env: Record<string, string> = environment) {
  const bare = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    HOME: '/nowhere',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const child = spawn(process.execPath, ['infra/invite.ts', ...args], { cwd: ROOT, env: { ...bare, ...env } });
  onTestFinished(() => void child.kill());
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code, out, err: err.trim() };
}

test('invite prints a working host link and stores the quizzes', async () => {
  const { code, out, err } = await invite(['--for', 'Room 12', '--quiz', 'test/quizzes/quick.json']);
  expect([code, err]).toEqual([0, '']);
  const key = out.match(/https:\/\/quiz\.example\.org\/host#([\w-]{22})\n/)![1]!;
  expect(await store.invited(hash('sha256', key, 'base64url'))).toBe(true);
  expect(await sampleIds(store)).toEqual([
    'flags-and-shapes',
    'food-and-drink',
    'general-knowledge',
    'quick',
    'science',
    'world-geography',
  ]);
  expect((await invite(['--list'])).out).not.toContain(key);
});

test('links are listed, and revoked by a prefix of their id', async () => {
  const { out } = await invite(['--for', 'Mistake']);
  const key = out.match(/#([\w-]{22})/)![1]!;
  const { out: listed } = await invite(['--list']);
  const row = listed.split('\n').find((line) => line.endsWith('Mistake'))!;
  expect(row).toMatch(/^[\w-]{8} {2}\d{4}-\d\d-\d\d {2}Mistake$/);
  const { code, out: revoked } = await invite(['--revoke', row.slice(0, 8)]);
  expect([code, revoked]).toEqual([0, expect.stringContaining('opens no more rooms')]);
  expect(await store.invited(hash('sha256', key, 'base64url'))).toBe(false);
  expect((await invite(['--list'])).out).not.toContain('Mistake');
});

test.each([
  [
    'a stack that is not there',
    ['--stack', 'Another'],
    {},
    'There is no stack Another in eu-west-1. Deploy it first: npx cdk deploy',
  ],
  ['an option that is not there', ['--lsit'], {}, "Unknown option '--lsit'. npm run invite -- --help lists the options."],
  ['a link that is not there', ['--revoke', 'zzzz'], {}, '0 links begin with "zzzz". npm run invite -- --list shows them.'],
  ['no region', [], { AWS_REGION: '' }, 'Which region? Set AWS_REGION to the one that you deployed to.'],
  [
    'no network',
    [],
    { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_ENDPOINT_URL_CLOUDFORMATION: 'http://127.0.0.1:9' },
    'AWS does not answer: is this computer online, and AWS_REGION the region that you deployed to?',
  ],
  [
    'no credentials',
    [],
    { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
    'There are no AWS credentials here. Sign in as you did for npx cdk deploy (aws configure, or AWS_PROFILE).',
  ],
  ['a quiz file that is not there', ['--quiz', 'none.json'], {}, 'There is no quiz file none.json.'],
])('%s gives one helpful sentence', async (_, args, missing, sentence) => {
  expect(await invite(args as string[], { ...environment, ...missing })).toEqual({ code: 1, out: '', err: sentence });
});
