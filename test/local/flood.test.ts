// Bounded floods beside a game.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, type TestContext, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { API_GATEWAY_LIMITS, type GatewayLimits } from '../../local/gateway/limits.ts';
import { addressLimits } from '../../local/http/address-limits.ts';
import { hostRoom, joinRoom, type PlayerClient } from '../support/clients.ts';
import { connectClient } from '../support/protocol-client.ts';
import { inVirtualTime } from '../support/virtual-time.ts';
import { type Fixture, fixture } from './fixture.ts';

/** Counts, for a busy machine. */
const PATIENT = { timeout: 120_000, interval: 50 };

const token = () => randomBytes(16).toString('base64url');

/** A server with a game of three that is waiting for its first question. */
async function floodedGame(finished: TestContext['onTestFinished'], limits: Partial<GatewayLimits> = {}) {
  const refused = new Map<string, number>();
  const onRefused = (what: string) => void refused.set(what, (refused.get(what) ?? 0) + 1);
  const here: Fixture = await fixture({ limits, onRefused });
  finished(() => here.close());
  const game = await hostRoom(await connectClient(here.url), here.key, { quiz: 'quick' });
  const players: PlayerClient[] = [];
  for (const name of ['Ann', 'Bo', 'Cy']) players.push(await joinRoom(here.url, game.pin, name));
  return { here, refused, game, players };
}

/** Plays a question during the flood. */
async function plays({ game, players }: Awaited<ReturnType<typeof floodedGame>>, flood: Promise<unknown>): Promise<void> {
  await game.move('start');
  for (const { line } of players) await line.waitFor('view', ({ room }) => room?.phase === 'question');
  await game.opened();
  const answers = await Promise.all(players.map((player) => player.answer('2', 0)));
  expect(answers.map(({ answer }) => answer.value)).toEqual(['2', '2', '2']);
  await game.until('reveal');
  for (const player of players) expect((await player.standing())?.mark).toBe('right');
  await flood;
}

describe.concurrent('a game plays on while', { timeout: 300_000 }, () => {
  test('a connection that sends ten thousand frames at once is throttled, told so, and cut off', async ({ onTestFinished }) => {
    const now = await floodedGame(onTestFinished);
    const told: string[] = [];
    const flood = async () => {
      const socket = new WebSocket(now.here.url);
      socket.on('error', () => {});
      socket.on('message', (data) => told.push(String(data)));
      await once(socket, 'open');
      const closed = once(socket, 'close');
      for (let i = 0; i < 10_000 && socket.readyState === WebSocket.OPEN; i++) {
        socket.send(JSON.stringify({ action: 'clock', id: `c${i}` }));
        if (i % 100 === 0) await setImmediate();
      }
      await closed;
    };
    await plays(now, flood());
    expect([now.refused.get('floods'), now.refused.get('frames')! > 1000]).toEqual([1, true]);
    const throttled = told.filter((text) => text.startsWith('{"message": "Too Many Requests"'));
    expect(throttled.length).toBeGreaterThan(0);
    // Not one answer for each: that would be a flood of our own.
    expect(throttled.length).toBeLessThan(now.refused.get('frames')! / 50);
    expect(now.here.server.gateway.connections).toBe(4);
  });

  test('an address that guesses PINs is soon not answered any more; those who are in play on', async ({ onTestFinished }) => {
    const now = await floodedGame(onTestFinished, { wrongPinsPerMinute: 60 });
    const flood = async () => {
      const line = await connectClient(now.here.url);
      const noRoom = () => line.received.filter((text) => text.includes('"noRoom"')).length;
      const handled = () => noRoom() + (now.refused.get('PINs') ?? 0);
      for (let i = 0; i < 400; i++) {
        const pin = String(100_000 + i);
        line.sendRaw(JSON.stringify({ action: 'join', id: `g${i}`, pin, name: 'Guess', seat: token(), secret: token() }));
        // One may be waiting for its turn.
        if (i % 20 === 0) await vi.waitFor(() => expect(handled()).toBeGreaterThanOrEqual(i), { ...PATIENT, interval: 5 });
      }
      await vi.waitFor(() => expect(handled()).toBe(400), PATIENT);
      line.close();
      return noRoom();
    };
    const from = Date.now();
    const guessing = flood();
    await plays(now, guessing);
    // A minute's worth, and what the seconds since have given back.
    expect(await guessing).toBeGreaterThanOrEqual(60);
    expect(await guessing).toBeLessThanOrEqual(60 + Math.ceil((Date.now() - from) / 1000));
  });

  test('of five thousand joins from one address no more than the limit get in, and a running question plays to its end', async ({
    onTestFinished,
  }) => {
    const now = await floodedGame(onTestFinished, { joinsBurst: 500, joinsPerSecond: 50 });
    const flood = async () => {
      const lines = await Promise.all(Array.from({ length: 10 }, () => connectClient(now.here.url)));
      for (let i = 0; i < 5000; i++) {
        const { pin } = now.game;
        lines[i % 10]!.sendRaw(
          JSON.stringify({ action: 'join', id: `j${i}`, pin, name: `Bot ${i}`, seat: token(), secret: token() }),
        );
      }
      // Each is either refused by a limit, or answered; a connection whose join waits is refused another.
      const refused = () => (now.refused.get('joins') ?? 0) + (now.refused.get('PINs') ?? 0);
      const answered = () => lines.reduce((sum, { received }) => sum + received.filter((text) => /"re":"j/.test(text)).length, 0);
      await vi.waitFor(() => expect(answered() + refused()).toBe(5000), PATIENT);
      for (const line of lines) line.close();
    };
    const from = Date.now();
    await plays(now, flood());
    const seconds = (Date.now() - from) / 1000;
    const { players } = (await now.game.look()).stage!;
    expect(players).toBeLessThanOrEqual(3 + 500 + Math.ceil(50 * seconds));
    // The host takes them back, and the room is as before.
    await now.game.line.ask('stage', 'undo', { key: now.here.key, room: now.game.id, seconds: Math.ceil(seconds) });
    expect((await now.game.look()).stage!.players).toBeLessThanOrEqual(3);
  });

  test('a thousand names of seven thousand letters are each refused, and nothing of them is kept', async ({ onTestFinished }) => {
    const now = await floodedGame(onTestFinished);
    const flood = async () => {
      const lines = await Promise.all(Array.from({ length: 10 }, () => connectClient(now.here.url)));
      const name = '\u{1d4d0}\u0301'.repeat(2333);
      for (let i = 0; i < 1000; i++) {
        const { pin } = now.game;
        lines[i % 10]!.sendRaw(JSON.stringify({ action: 'join', id: `n${i}`, pin, name, seat: token(), secret: token() }));
      }
      const refused = () => lines.flatMap(({ received }) => received).filter((text) => text.includes('"badFrame"')).length;
      await vi.waitFor(() => expect(refused()).toBe(1000), PATIENT);
      for (const line of lines) line.close();
      return refused();
    };
    const refusing = flood();
    await plays(now, refusing);
    expect(await refusing).toBe(1000);
    expect((await now.game.look()).stage!.players).toBe(3);
  });
});

test('ten thousand sockets that never finish their handshake are closed, and newcomers get in meanwhile', {
  timeout: 300_000,
}, async ({ onTestFinished }) => {
  const now = await floodedGame(onTestFinished, { handshakeMs: 5000, connectionsPerAddress: 20_000 });
  // The server's sockets, which runs in this process; the other ends are in the other one.
  const sockets = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
  const before = sockets();
  let seen = 0;
  const count = () => void seen++;
  subscribe('net.server.socket', count);
  const flood = fork(fileURLToPath(new URL('half-open.ts', import.meta.url)), [`${now.here.server.port}`]);
  onTestFinished(() => {
    unsubscribe('net.server.socket', count);
    flood.kill();
  });
  for (let sent = 400; sent <= 10_000; sent += 400) {
    flood.send(400);
    await vi.waitFor(() => expect(seen).toBeGreaterThanOrEqual(sent), { ...PATIENT, interval: 5 });
  }
  await plays(now, joinRoom(now.here.url, now.game.pin, 'New'));
  await vi.waitFor(() => expect(sockets()).toBe(before + 2), PATIENT);
  // A socket that says nothing at all is no handshake yet.
  expect(now.refused.get('handshakes')).toBeGreaterThan(4000);
});

test('an address may open as many sockets as a school needs, and no more', async ({ onTestFinished }) => {
  const now = await floodedGame(onTestFinished, { connectionsPerAddress: 20 });
  const tries = await Promise.allSettled(Array.from({ length: 40 }, () => connectClient(now.here.url)));
  const open = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  // Four have been open before.
  expect([open.length, now.refused.get('connections')]).toEqual([16, 24]);
  for (const line of open) line.close();
  await Promise.all(open.map(({ closed }) => closed));
  await expect.poll(() => connectClient(now.here.url).then((line) => line.close(), String)).toBeUndefined();
});

const NO_ROOM = async () => ({ statusCode: 200, body: '{"type":"refused","code":"noRoom"}' });
const IN = async () => ({ statusCode: 200, body: '{"type":"view"}' });
const joinOf = (connectionId: string) =>
  ({ requestContext: { routeKey: 'join', connectionId, requestId: 'r', identity: { sourceIp: 'school' } } }) as never;

test('a school of 2,000 phones behind one address meets no limit: all join within ten seconds, and all come back at once', async () => {
  const refused: string[] = [];
  let now = 0;
  const guard = addressLimits(
    API_GATEWAY_LIMITS,
    () => now,
    (what) => refused.push(what),
  );
  const [wrong, right] = [guard.limited(NO_ROOM), guard.limited(IN)];
  for (let phone = 0; phone < 2000; phone++) {
    now += 5;
    // One in ten mistypes the PIN once.
    if (phone % 10 === 0) await wrong(joinOf(`${phone}`));
    await right(joinOf(`${phone}`));
  }
  await Promise.all(Array.from({ length: 2000 }, (_, phone) => right(joinOf(`${phone}`))));
  expect(refused).toEqual([]);
  expect(API_GATEWAY_LIMITS.connectionsPerAddress).toBeGreaterThan(2 * 2000);
});

test('of guesses of one instant no more are tried than a minute may', async () => {
  const refused: string[] = [];
  const guard = addressLimits({ ...API_GATEWAY_LIMITS, wrongPinsPerMinute: 60 }, Date.now, (what) => refused.push(what));
  let tried = 0;
  const guess = guard.limited(() => {
    tried++;
    return NO_ROOM();
  });
  for (let i = 0; i < 512; i++) void guess(joinOf('guesser'));
  await setImmediate();
  // One waits for its turn.
  expect([tried, refused.length]).toEqual([60, 512 - 60 - 1]);
});

test('whoever knows the PIN gets in behind an address that has guessed, and before those who go on guessing', () =>
  inVirtualTime(async () => {
    const guard = addressLimits({ ...API_GATEWAY_LIMITS, wrongPinsPerMinute: 60 }, Date.now, () => {});
    const guess = guard.limited(NO_ROOM);
    await Promise.all(Array.from({ length: 60 }, (_, i) => guess(joinOf(`guesser ${i % 20}`))));
    const order: string[] = [];
    const done = (who: string) => () => order.push(who);
    const guesses = Array.from({ length: 20 }, (_, i) => guess(joinOf(`guesser ${i}`)).then(done('guesser')));
    const class30 = Array.from({ length: 30 }, (_, i) =>
      guard
        .limited(IN)(joinOf(`pupil ${i}`))
        .then(done('pupil')),
    );
    await Promise.all([...guesses, ...class30]);
    expect(order).toEqual([...Array(30).fill('pupil'), ...Array(20).fill('guesser')]);
  }));

test('an address that has been silent is forgotten', async () => {
  let now = 0;
  const guard = addressLimits(
    API_GATEWAY_LIMITS,
    () => now,
    () => {},
  );
  const join = guard.limited(async () => ({ statusCode: 200 }));
  for (let i = 0; i < 1000; i++) {
    await join({ requestContext: { routeKey: 'join', identity: { sourceIp: `10.0.0.${i}` } } } as never);
  }
  now = 11 * 60_000;
  await join({ requestContext: { routeKey: 'join', identity: { sourceIp: 'here' } } } as never);
  guard.prune();
  expect(guard.size).toBe(1);
});
