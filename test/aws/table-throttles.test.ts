import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import type { Metric } from '../../lambdas/aws/metrics.ts';
import { tableClient } from '../../lambdas/aws/runtime.ts';

const ERROR = 'com.amazonaws.dynamodb.v20120810#';

test.each([
  ['ThrottlingException', 2],
  ['ProvisionedThroughputExceededException', 2],
  ['RequestLimitExceeded', 2],
  ['InternalServerError', 0],
])('a request that the table refuses twice with %s is done at last, and %i tries count as throttled', async (name, counted) => {
  let tries = 0;
  const table = createServer((_, response) => {
    const refused = ++tries <= 2;
    const type = 'application/x-amz-json-1.0';
    response.writeHead(refused ? (name === 'InternalServerError' ? 500 : 400) : 200, { 'content-type': type });
    response.end(JSON.stringify(refused ? { __type: ERROR + name, message: 'no' } : { Item: { pk: { S: 'a' } } }));
  });
  await new Promise<void>((resolve) => table.listen(0, '127.0.0.1', resolve));
  const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' };
  const endpoint = `http://127.0.0.1:${(table.address() as AddressInfo).port}`;
  const seen: [Metric, number][] = [];
  const client = tableClient({ add: (...one) => seen.push(one) }, { endpoint, region: 'us-east-1', credentials });
  const { Item } = await client.send(new GetItemCommand({ TableName: 'Data', Key: { pk: { S: 'a' } } }));
  client.destroy();
  table.close();
  expect([Item, tries, seen]).toEqual([{ pk: { S: 'a' } }, 3, Array(counted).fill(['TableThrottles', 1])]);
});
