import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, onTestFinished, test, vi } from 'vitest';
import { inFlight, noCallsInFlight } from '../../lambdas/aws/calls-in-flight.ts';
import { lambdaHandler } from '../../lambdas/aws/lambda-handler.ts';
import { tableClient } from '../../lambdas/aws/runtime.ts';

const ITEM = JSON.stringify({ Item: { pk: { S: 'a' } } });
const REFUSED = JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#AccessDeniedException', message: 'no' });

test('a function that failed returns when the calls that it made beside are answered too', async () => {
  const slow = Promise.withResolvers<ServerResponse>();
  const table = createServer(async (request, response) => {
    const body = (await request.toArray()).join('');
    if (body.includes('slow')) return slow.resolve(response);
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(REFUSED);
  });
  await new Promise<void>((resolve) => table.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(table.address() as AddressInfo).port}`;
  vi.stubEnv('TABLE', 'Data');
  vi.stubEnv('STACK', 'Quizcast');
  const logged = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    logged.mockRestore();
    table.close();
  });
  const seen: string[] = [];
  const handler = lambdaHandler('disconnect', ({ TABLE }, metrics) => {
    const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' };
    const requestHandler = { requestTimeout: 60_000 };
    const client = tableClient(metrics, { endpoint, region: 'us-east-1', credentials, requestHandler });
    const get = (name: string) => client.send(new GetItemCommand({ TableName: TABLE, Key: { pk: { S: name } } }));
    return async () => {
      await Promise.all([get('slow').finally(() => seen.push('answered')), get('refused')]);
    };
  });
  const returned = handler({}).catch(() => seen.push('returned'));
  const response = await slow.promise;
  await expect.poll(() => logged.mock.calls.length).toBeGreaterThan(0);
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(ITEM);
  await returned;
  expect(seen).toEqual(['answered', 'returned']);
});

test('of two chains of calls one fails: the other is waited for to its last call', async () => {
  const made: string[] = [];
  const call = inFlight(async (name: string) => {
    await pause(5);
    if (name === 'wrong') throw new Error(name);
    made.push(name);
    return name;
  });
  const checked = async (name: string) => (await (async () => await call(name))()).length;
  const chain = async () => {
    for (const name of ['first', 'second', 'third']) await checked(name);
  };
  await expect(Promise.all([chain(), call('wrong')])).rejects.toThrow('wrong');
  await noCallsInFlight();
  expect(made).toEqual(['first', 'second', 'third']);
});
