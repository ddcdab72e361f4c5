// Size and contents of the function bundles.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundlesIn, importTime } from '../../infra/synth.ts';
import type { FunctionName } from '../../lambdas/aws/environment.ts';
import { sharedAssembly } from '../support/shared.ts';

const assembly = await sharedAssembly();

/** KB (1,024 bytes), minified; raise deliberately. 118 of the names’ two are look-alike letters. */
const BUDGET: Record<FunctionName, number> = { connect: 2.4, disconnect: 342, player: 538, announce: 356, host: 858, sweep: 565 };
const ALLOWANCE = 1.02;

/** A string of each AWS client that survives minifying. */
const CLIENTS = {
  dynamodb: 'DynamoDB_20120810',
  connections: 'ApiGatewayManagementApi',
  lambda: 'AWSGirApiService',
  s3: 'x-amz-copy-source',
  anything: 'amazonaws',
};

test('each bundle is within its budget', () => {
  const over = bundlesIn(assembly)
    .map(({ name, bytes }) => ({ name, kilobytes: bytes / 1024, budget: BUDGET[name] }))
    .filter(({ kilobytes, budget }) => kilobytes > budget * ALLOWANCE);
  expect(over).toEqual([]);
});

test('no budget is more than a tenth too wide', () => {
  const slack = bundlesIn(assembly).filter(({ name, bytes }) => bytes / 1024 < BUDGET[name] * 0.9);
  expect(slack).toEqual([]);
});

test('each function bundles only the AWS clients it needs', () => {
  const clients = bundlesIn(assembly).map(({ name, file }) => {
    const code = readFileSync(file, 'utf8');
    return [name, Object.entries(CLIENTS).flatMap(([client, mark]) => (code.includes(mark) ? [client] : []))];
  });
  expect(Object.fromEntries(clients)).toEqual({
    connect: [],
    disconnect: ['dynamodb', 'anything'],
    player: ['dynamodb', 'anything'],
    announce: ['dynamodb', 'connections', 'anything'],
    host: ['dynamodb', 'connections', 'lambda', 's3', 'anything'],
    sweep: ['dynamodb', 's3', 'anything'],
  });
});

test('each bundle starts with its function’s variables', () => {
  const started = bundlesIn(assembly).filter((bundle) => importTime(bundle, 1) > 0);
  expect(started.map(({ name }) => name).sort()).toEqual(Object.keys(BUDGET).sort());
});
