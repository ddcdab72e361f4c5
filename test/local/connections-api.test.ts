// The `@connections` API as the real SDK client meets it, and byte for byte where the client hides something.
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { serveConnectionsApi } from '../../local/gateway/connections-api.ts';
import { createGateway, type GatewayOptions } from '../../local/gateway/gateway.ts';

const NOBODY = 'AAAAAAAAAAAAAAA=';

const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A gateway with one client, and the SDK. */
async function start(options: Partial<GatewayOptions> = {}) {
  const ids: string[] = [];
  const hello = async ({ requestContext }: { requestContext: { connectionId: string } }) => {
    ids.push(requestContext.connectionId);
    return { statusCode: 200 };
  };
  const gateway = createGateway({ routes: { $connect: { handler: hello, returnResponse: false } }, ...options });
  const server = createServer();
  gateway.attach(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  stops.push(() => new Promise<void>((done) => server.close(() => done())));
  stops.push(() => gateway.close());

  const api = await serveConnectionsApi(gateway, { port: 0 });
  stops.push(() => api.close());
  const sdk = new ApiGatewayManagementApiClient({
    endpoint: api.url,
    region: 'local',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  });
  stops.push(() => sdk.destroy());

  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/${gateway.stage}`, {
    headers: { 'User-Agent': 'phone' },
  });
  const closed = once(socket, 'close').then(([code, reason]) => ({ code, reason: reason.toString() }));
  await once(socket, 'open');
  const post = (id: string, data: string | Uint8Array) => sdk.send(new PostToConnectionCommand({ ConnectionId: id, Data: data }));
  return { gateway, api, sdk, post, id: ids[0]!, socket, closed };
}

/** What an SDK call throws. */
async function failure(call: Promise<unknown>) {
  const error = await call.then(
    () => {
      throw new Error('the call succeeded');
    },
    (error) => error,
  );
  return { name: error.name, status: error.$metadata?.httpStatusCode, attempts: error.$metadata?.attempts };
}

const SIGNED = { Authorization: 'AWS4-HMAC-SHA256 Credential=any' };

/** A request as it stands on the wire. */
async function raw(url: string, method: string, headers: Record<string, string> = SIGNED, sent = '') {
  const [response] = await once(request(url, { method, headers }).end(sent), 'response');
  let body = '';
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode, type: response.headers['x-amzn-errortype'], body };
}

describe('POST', () => {
  test('delivers the body as one text frame, and answers 200', async () => {
    const { post, id, socket } = await start();
    const frame = once(socket, 'message');
    expect((await post(id, 'über')).$metadata.httpStatusCode).toBe(200);
    const [data, isBinary] = await frame;
    expect([data.toString(), isBinary]).toEqual(['über', false]);
  });

  test('delivers bytes as text too', async () => {
    const { post, id, socket } = await start();
    const frame = once(socket, 'message');
    await post(id, new TextEncoder().encode('{"type":"view"}'));
    const [data, isBinary] = await frame;
    expect([data.toString(), isBinary]).toEqual(['{"type":"view"}', false]);
  });

  test('to a connection that is closed, or was never there, is a GoneException, tried once', async () => {
    const { gateway, post, id, closed } = await start();
    gateway.disconnect(id);
    await closed;
    const gone = { name: 'GoneException', status: 410, attempts: 1 };
    expect([await failure(post(id, 'x')), await failure(post(NOBODY, 'x'))]).toEqual([gone, gone]);
  });

  test('from inside $connect is a GoneException, since the connection does not exist yet', async () => {
    const failures: unknown[] = [];
    let post: Awaited<ReturnType<typeof start>>['post'] | undefined;
    const handler: GatewayOptions['routes'][string]['handler'] = async ({ requestContext }) => {
      if (post) failures.push(await failure(post(requestContext.connectionId, 'too soon')));
      return { statusCode: 200 };
    };
    const started = await start({ routes: { $connect: { handler, returnResponse: false } } });
    post = started.post;
    const second = new WebSocket(started.socket.url);
    await once(second, 'open');
    expect(failures).toEqual([{ name: 'GoneException', status: 410, attempts: 1 }]);
  });

  test('of exactly 128 KB is sent; one byte more is a PayloadTooLargeException, tried once', async () => {
    const { post, id } = await start();
    expect((await post(id, 'x'.repeat(128 * 1024))).$metadata.httpStatusCode).toBe(200);
    const tooLarge = { name: 'PayloadTooLargeException', status: 413, attempts: 1 };
    expect(await failure(post(id, 'x'.repeat(128 * 1024 + 1)))).toEqual(tooLarge);
  });

  test('to a reader whose buffer is full is a LimitExceededException, which the client tries three times', async () => {
    const { gateway, post, id, socket } = await start({ limits: { backlogBytes: 128 * 1024 } });
    socket.pause();
    while (gateway.post(id, 'x'.repeat(128 * 1024)) === 'sent') await new Promise(setImmediate);
    expect(await failure(post(id, 'x'))).toEqual({ name: 'LimitExceededException', status: 429, attempts: 3 });
    socket.terminate();
  });

  test('whose sender disconnects halfway changes nothing', async () => {
    const { api, post, id } = await start();
    const path = `${api.url}/@connections/${encodeURIComponent(id)}`;
    const torn = request(path, { method: 'POST', headers: { ...SIGNED, 'Content-Length': '100' } });
    torn.on('error', () => {});
    await new Promise((flushed) => torn.write('half', flushed));
    await new Promise((closed) => torn.destroy().on('close', closed));
    expect((await post(id, 'whole')).$metadata.httpStatusCode).toBe(200);
  });
});

describe('GET', () => {
  test('returns connectedAt, lastActiveAt and identity', async () => {
    const { sdk, id } = await start({ now: () => Date.UTC(2025, 2, 16, 0, 46, 22, 316) });
    const at = new Date('2025-03-16T00:46:22.316Z');
    const { $metadata, ...answer } = await sdk.send(new GetConnectionCommand({ ConnectionId: id }));
    // The SDK's model writes the members of `identity` in capitals, the service in small letters.
    expect(answer).toEqual({ ConnectedAt: at, LastActiveAt: at, Identity: { SourceIp: '127.0.0.1', UserAgent: 'phone' } });
    expect($metadata.httpStatusCode).toBe(200);
  });

  test('of an unknown connection is a GoneException', async () => {
    const { sdk } = await start();
    const call = sdk.send(new GetConnectionCommand({ ConnectionId: NOBODY }));
    expect(await failure(call)).toEqual({ name: 'GoneException', status: 410, attempts: 1 });
  });
});

describe('DELETE', () => {
  test('answers 204 and closes the client with 1000', async () => {
    const { sdk, id, closed } = await start();
    expect((await sdk.send(new DeleteConnectionCommand({ ConnectionId: id }))).$metadata.httpStatusCode).toBe(204);
    expect(await closed).toEqual({ code: 1000, reason: 'Connection Closed Normally' });
  });

  test('of an unknown connection is a GoneException', async () => {
    const { sdk } = await start();
    const call = sdk.send(new DeleteConnectionCommand({ ConnectionId: NOBODY }));
    expect(await failure(call)).toEqual({ name: 'GoneException', status: 410, attempts: 1 });
  });
});

describe('on the wire', () => {
  test.each(['POST', 'GET', 'DELETE'])(
    '%s of a connection that is gone has an empty body, and the type in a header',
    async (method) => {
      const { api } = await start();
      const gone = { status: 410, type: 'GoneException', body: '' };
      expect(await raw(`${api.url}/@connections/${encodeURIComponent(NOBODY)}`, method)).toEqual(gone);
    },
  );

  test('the id may be written with = or %3D, and the path with @ or %40', async () => {
    const { api, id } = await start();
    const encoded = id.replace('=', '%3D');
    for (const path of [`@connections/${id}`, `@connections/${encoded}`, `%40connections/${encoded}`]) {
      expect((await raw(`${api.url}/${path}`, 'GET')).status).toBe(200);
    }
  });

  test.each([
    ['xyz', 'xyz'],
    ['0e5ad2e8-4c2b-4d5b-9e0b-2d5c7d1f0a11', '0e5ad2e8-4c2b-4d5b-9e0b-2d5c7d1f0a11'],
    ['a%2Fb', 'a/b'],
    ['%E0%A4%A', '%E0%A4%A'],
  ])('an id that is none (%s) is a bad request', async (written, read) => {
    const { api } = await start();
    const refused = {
      status: 400,
      type: 'BadRequestException',
      body: JSON.stringify({ message: `Invalid connectionId: ${read}` }),
    };
    for (const method of ['POST', 'GET', 'DELETE'])
      expect(await raw(`${api.url}/@connections/${written}`, method)).toEqual(refused);
  });

  test('a malformed id has no exception of its own in the SDK', async () => {
    const { post } = await start();
    expect(await failure(post('xyz', 'x'))).toEqual({ name: 'BadRequestException', status: 400, attempts: 1 });
  });

  test('any other path or method is forbidden, and any request that is not signed', async () => {
    const { api, id } = await start();
    const { origin } = new URL(api.url);
    const path = `/@connections/${encodeURIComponent(id)}`;
    const forbidden = { status: 403, type: 'ForbiddenException', body: '{"message":"Forbidden"}' };
    expect([
      await raw(origin, 'GET'),
      await raw(`${origin}${path}`, 'GET'),
      await raw(`${origin}/prod${path}`, 'GET'),
      await raw(`${api.url}/@connections`, 'GET'),
      await raw(`${api.url}/@connections/`, 'GET'),
      await raw(`${api.url}${path}/more`, 'GET'),
      await raw(`${api.url}${path}`, 'PUT', SIGNED, 'x'),
      await raw(`${api.url}${path}`, 'POST', {}, 'x'),
    ]).toEqual(Array(8).fill(forbidden));
  });

  test('too large and full are told in a message', async () => {
    const { gateway, api, id, socket } = await start({ limits: { messageBytes: 1024, backlogBytes: 2048 } });
    const url = `${api.url}/@connections/${encodeURIComponent(id)}`;
    const tooLarge = { status: 413, type: 'PayloadTooLargeException', body: '{"message":"Payload too large"}' };
    expect(await raw(url, 'POST', SIGNED, 'x'.repeat(1025))).toEqual(tooLarge);
    socket.pause();
    while (gateway.post(id, 'x'.repeat(1024)) === 'sent');
    const full = { status: 429, type: 'LimitExceededException', body: '{"message":"Limit exceeded"}' };
    expect(await raw(url, 'POST', SIGNED, 'x')).toEqual(full);
    socket.terminate();
  });

  test('the path holds the stage’s name', async () => {
    const { api, id } = await start({ stage: 'prod' });
    expect(api.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/prod$/);
    expect((await raw(`${api.url}/@connections/${encodeURIComponent(id)}`, 'GET')).status).toBe(200);
  });

  test('a taken port is an error for the caller', async () => {
    const { gateway, api } = await start();
    await expect(serveConnectionsApi(gateway, { port: Number(new URL(api.url).port) })).rejects.toThrow('EADDRINUSE');
  });
});
