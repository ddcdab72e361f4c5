import { describe, expect, test } from 'vitest';
import { createGate, dial, echo, gives, ok, oneWay, recorder, start, twoWay, until } from './gateway-fixture.ts';

describe('frames from a client', () => {
  const KB = 1024;

  test('binary is refused with 1003', async () => {
    const { events, route } = recorder();
    const { url } = await start({ $default: route });
    const { socket, closed } = await dial(url);
    socket.send(Buffer.from('{}'));
    socket.send('after');
    expect(await closed).toEqual({ code: 1003, reason: '' });
    expect(events).toEqual([]);
  });

  test('a text frame may have 32 KB, and one byte more closes with 1009', async () => {
    const { url } = await start({ $default: twoWay(async ({ body }) => ({ statusCode: 200, body: String(body!.length) })) });
    const { socket, received, closed } = await dial(url);
    socket.send('x'.repeat(32 * KB));
    expect(await received(1)).toEqual([String(32 * KB)]);
    socket.send('x'.repeat(32 * KB + 1));
    expect(await closed).toEqual({ code: 1009, reason: '' });
  });

  test('a message may have 128 KB in several frames, and one byte more closes with 1009', async () => {
    const { url } = await start({ $default: twoWay(async ({ body }) => ({ statusCode: 200, body: String(body!.length) })) });
    const { socket, received, closed } = await dial(url);
    const frame = 'x'.repeat(32 * KB);
    for (const fin of [false, false, false, true]) socket.send(frame, { fin });
    expect(await received(1)).toEqual([String(128 * KB)]);
    for (const fin of [false, false, false, false]) socket.send(frame, { fin });
    socket.send('x', { fin: true });
    expect(await closed).toEqual({ code: 1009, reason: '' });
  });

  test.each([0, 1, 2])('each frame of a message is measured: frame %i of three is too large, 1009', async (large) => {
    const { url } = await start({ $default: echo });
    const { socket, closed } = await dial(url);
    for (const i of [0, 1, 2]) socket.send('x'.repeat(i === large ? 33 * KB : 1), { fin: i === 2 });
    expect(await closed).toEqual({ code: 1009, reason: '' });
  });

  test('text that is not UTF-8 closes with 1007', async () => {
    const { url } = await start({ $default: echo });
    const { socket, closed } = await dial(url);
    socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
    expect(await closed).toEqual({ code: 1007, reason: '' });
  });

  test('compression is offered by every browser, and not taken up', async () => {
    const { url } = await start({});
    const { socket } = await dial(url);
    expect(socket.extensions).toBe('');
  });
});

describe('routes', () => {
  const key = twoWay(async ({ requestContext }) => ({ statusCode: 200, body: requestContext.routeKey }));
  const routes = { $connect: ok, $disconnect: ok, $default: key, join: key, 5: key, true: key, '["a"]': key };

  test.each([
    ['{"action":"join"}', 'join'],
    ['{"action":5}', '5'],
    ['{"action":true}', 'true'],
    ['{"action":["a"]}', '["a"]'],
    ['{"action":"unknown"}', '$default'],
    ['{"action":null}', '$default'],
    ['{"action":""}', '$default'],
    ['{"kind":"join"}', '$default'],
    ['{"action":"$connect"}', '$default'],
    ['{"action":"$disconnect"}', '$default'],
    ['{"action":"$default"}', '$default'],
    ['{"action":"toString"}', '$default'],
    ['{"action":"__proto__"}', '$default'],
    ['not json', '$default'],
    ['"join"', '$default'],
    ['null', '$default'],
    ['', '$default'],
  ])('%s goes to %s', async (body, routeKey) => {
    const { url } = await start(routes);
    const { socket, received } = await dial(url);
    socket.send(body);
    expect(await received(1)).toEqual([routeKey]);
  });

  test('with no route for it a message is answered Forbidden, and the connection stays open', async () => {
    const ids: string[] = [];
    const hello = oneWay(async ({ requestContext }) => {
      ids.push(requestContext.connectionId);
      return { statusCode: 200 };
    });
    const { url } = await start({ $connect: hello, join: echo });
    const { socket, received } = await dial(url);
    socket.send('{"action":"leave"}');
    const [frame] = await received(1);
    expect(frame).toMatch(/^\{"message": "Forbidden", "connectionId":"[^"]{16}", "requestId":"[\w-]{15}="\}$/);
    expect(JSON.parse(frame!).connectionId).toBe(ids[0]);
    socket.send('{"action":"join"}');
    expect(await received(2)).toEqual([frame, '{"action":"join"}']);
  });

  test.each([200, 404, 501])('a one-way route sends the caller nothing, whatever it returns (%i)', async (statusCode) => {
    const { events, route } = recorder({ statusCode, body: 'unheard' });
    const { url } = await start({ quiet: oneWay(route.handler), $default: echo });
    const { socket, received } = await dial(url);
    socket.send('{"action":"quiet"}');
    await until(() => events.length > 0);
    socket.send('next');
    expect(await received(1)).toEqual(['next']);
  });

  test.each([200, 404, 501])('a two-way route sends the body, whatever the status (%i)', async (statusCode) => {
    const { url } = await start({ $default: twoWay(async () => ({ statusCode, body: 'heard' })) });
    const { socket, received } = await dial(url);
    socket.send('x');
    expect(await received(1)).toEqual(['heard']);
  });

  test('a two-way route without a body sends nothing', async () => {
    const none = recorder({ statusCode: 200 });
    const empty = recorder({ statusCode: 200, body: '' });
    const { url } = await start({ none: none.route, empty: empty.route, $default: echo });
    const { socket, received } = await dial(url);
    socket.send('{"action":"none"}');
    socket.send('{"action":"empty"}');
    await until(() => none.events.length + empty.events.length === 2);
    socket.send('next');
    expect(await received(1)).toEqual(['next']);
  });

  test('messages of one connection run at once, and may finish in either order', async () => {
    const gate = createGate();
    const { url } = await start({ slow: twoWay(gate.before(gives({ statusCode: 200, body: 'first' }))), $default: echo });
    const { socket, received } = await dial(url);
    socket.send('{"action":"slow"}');
    socket.send('second');
    await received(1);
    gate.open();
    expect(await received(2)).toEqual(['second', 'first']);
  });
});
