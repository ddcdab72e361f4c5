import { expect, test } from 'vitest';
import type { SocketEvent } from '../../lambdas/api-gateway-event.ts';
import { connectHandler } from '../../lambdas/handlers/connect.ts';

const opening = (headers: Record<string, string>): SocketEvent => ({
  requestContext: {
    eventType: 'CONNECT',
    routeKey: '$connect',
    connectionId: 'c',
    connectedAt: 1,
    requestTimeEpoch: 1,
    requestId: 'r',
  },
  headers,
});
const ours = connectHandler((origin, host) => origin === `https://${host}`);

test.each([
  ['our own pages may connect', { Origin: 'https://quiz.example', Host: 'quiz.example' }, 200],
  ['header names are cased as the client likes', { origin: 'https://quiz.example', HOST: 'quiz.example' }, 200],
  ['a page of somebody else may not', { Origin: 'https://other.example', Host: 'quiz.example' }, 403],
  ['a client that is no browser may', { Host: 'quiz.example' }, 200],
])('%s', async (_, headers, statusCode) => {
  expect(await ours(opening(headers))).toEqual({ statusCode });
});
