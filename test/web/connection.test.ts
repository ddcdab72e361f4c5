import { describe, expect, test } from 'vitest';
import type { Frame } from '../../game/wire/server-frames.ts';
import type { Sample } from '../../web/clock/clock.ts';
import { type ConnectionHooks, createConnection } from '../../web/connection/connection.ts';
import { type FakeOptions, type FakeSocket, fakeEnvironment, seeded } from '../support/fake-environment.ts';

const MINUTE = 60_000;

/** A link, everything that its hooks hear, and replies from `server` (none if not given). */
function linked(
  server: (message: Record<string, unknown>, socket: FakeSocket) => void = () => {},
  hooks: Partial<ConnectionHooks> = {},
  options: FakeOptions = {},
) {
  const environment = fakeEnvironment({
    ...options,
    connected(socket, environment) {
      socket.hear = (message) => server(message, socket);
      if (options.connected) options.connected(socket, environment);
      else environment.later(10, () => socket.open());
    },
  });
  const received: Frame[] = [];
  const samples: Sample[] = [];
  const link = createConnection(environment, {
    onOpen: async () => {},
    onFrame: (frame) => received.push(frame),
    onSample: (sample) => samples.push(sample),
    mayRenew: () => true,
    ...hooks,
  });
  return { environment, link, received, samples };
}

const ids = (socket: FakeSocket | undefined) => socket?.said.map(({ id }) => id);
const actions = (socket: FakeSocket | undefined) => socket?.said.map(({ action }) => action);
const reply = (message: Record<string, unknown>, socket: FakeSocket) => socket.say({ type: 'clock', re: message.id });

/** What a promise has come to by now. */
function outcome<T>(promise: Promise<T>): { value: T | undefined; settled: boolean } {
  const state: { value: T | undefined; settled: boolean } = { value: undefined, settled: false };
  void promise.then((value) => Object.assign(state, { value, settled: true }));
  return state;
}

describe('the link', () => {
  test('sends a request and resolves with its reply', async () => {
    const { environment, link, received } = linked(reply);
    const result = outcome(link.request('clock', {}));
    await environment.pass(100);
    const id = environment.sockets[0]!.said[0]!.id;
    const frame = { type: 'clock', re: id };
    expect({ said: environment.sockets[0]!.said, result, received, line: link.status.value }).toEqual({
      said: [{ action: 'clock', id: expect.stringMatching(/^[\w-]{22}$/) }],
      result: { value: frame, settled: true },
      received: [frame],
      line: 'open',
    });
  });

  test('runs the hook of a new connection before it sends anything else', async () => {
    const { environment, link } = linked((message, socket) => environment.later(500, () => reply(message, socket)), {
      onOpen: (request) => request('join', { pin: '123456', seat: 's', secret: 'x', name: 'Ann' }),
    });
    void link.request('clock', {});
    await environment.pass(400);
    const before = actions(environment.sockets[0]);
    await environment.pass(400);
    expect([before, actions(environment.sockets[0])]).toEqual([['join'], ['join', 'clock']]);
  });

  test('repeats a lost request with the same id on a live connection, and takes no clock sample from it', async () => {
    let lost = 1;
    const { environment, link, samples } = linked((message, socket) => {
      if (lost-- > 0) environment.later(50, () => socket.say({ type: 'tally', turn: 0, answered: 1, waiting: 1 }));
      else socket.say({ type: 'clock', re: message.id, t1: 1, t2: 1 });
    });
    const result = outcome(link.request('clock', {}));
    await environment.pass(6000);
    const [first, second] = ids(environment.sockets[0])!;
    expect({ sockets: environment.sockets.length, same: first === second, settled: result.settled, samples }).toEqual({
      sockets: 1,
      same: true,
      settled: true,
      samples: [],
    });
  });

  test('replaces a silent connection, and repeats pending requests with the same id on the next', async () => {
    const { environment, link } = linked((message, socket) => {
      if (socket !== environment.sockets[0]) reply(message, socket);
    });
    const result = outcome(link.request('clock', {}));
    await environment.pass(6000);
    const [dead, next] = environment.sockets;
    expect({ closed: dead!.closed, same: ids(dead)![0] === ids(next)![0], settled: result.settled }).toEqual({
      closed: true,
      same: true,
      settled: true,
    });
  });

  test('waits less where the connection is doubtful', async () => {
    const { environment, link } = linked();
    await environment.pass(100);
    void link.request('clock', {}, { timeoutMs: 1500 });
    await environment.pass(1700);
    expect(environment.sockets[0]!.closed).toBe(true);
  });

  test('repeats pending requests after a short pause when a gateway error arrives', async () => {
    let troubles = 2;
    const { environment, link, received } = linked((message, socket) => {
      if (troubles-- > 0) socket.say({ message: 'Internal server error', connectionId: 'c', requestId: 'r' });
      else reply(message, socket);
    });
    const result = outcome(link.request('clock', {}));
    await environment.pass(10);
    const soon = ids(environment.sockets[0])!.length;
    await environment.pass(3000);
    expect({
      soon,
      all: new Set(ids(environment.sockets[0])).size,
      said: ids(environment.sockets[0])!.length,
      result,
      received,
    }).toEqual({
      soon: 1,
      all: 1,
      said: 3,
      result: { value: received[0], settled: true },
      received: [received[0]],
    });
  });

  test('passes a doubled reply on once, and an unasked reply not at all', async () => {
    const { environment, link, received } = linked((message, socket) => {
      reply(message, socket);
      reply(message, socket);
      socket.say({ type: 'left', re: 'nobody' });
    });
    void link.request('clock', {});
    await environment.pass(100);
    expect(received).toEqual([{ type: 'clock', re: ids(environment.sockets[0])![0] }]);
  });

  test('drops a request that is no longer wanted instead of repeating it', async () => {
    const { environment, link } = linked();
    let wanted = true;
    const result = outcome(link.request('clock', {}, { isWanted: () => wanted }));
    await environment.pass(100);
    wanted = false;
    await environment.pass(10_000);
    expect([result, environment.sockets.flatMap((socket) => ids(socket)!).length]).toEqual([
      { value: undefined, settled: true },
      1,
    ]);
  });

  test('reconnects after growing random pauses, and at once when the page is visible again', async () => {
    const opened: number[] = [];
    const environment = fakeEnvironment({
      random: () => 1,
      connected(socket, environment) {
        opened.push(environment.time);
        environment.later(0, () => socket.breakDown());
      },
    });
    const link = createConnection(environment, { onOpen: async () => {}, onFrame() {}, onSample() {}, mayRenew: () => true });
    await environment.pass(30_000);
    const pauses = opened.slice(1).map((at, i) => at - opened[i]!);
    const before = opened.length;
    environment.wake();
    expect({ pauses, woken: opened.length - before, line: link.status.value }).toEqual({
      pauses: [300, 600, 1200, 2400, 4800, 8000, 8000],
      woken: 1,
      line: 'connecting',
    });
  });

  test('says that pages of its origin are refused, and goes on as soon as they are not', async () => {
    let refused = true;
    const { environment, link } = linked(
      reply,
      {},
      {
        originRefused: () => refused,
        connected: (socket, { later }) => later(0, () => (refused ? socket.breakDown() : socket.open())),
      },
    );
    await environment.pass(100);
    expect(link.status.value).toBe('refused');
    refused = false;
    await environment.pass(60_000);
    expect(link.status.value).toBe('open');
  });

  test('gives up a connection that never opens', async () => {
    const { environment } = linked(undefined, {}, { connected() {} });
    await environment.pass(9000);
    expect([environment.sockets.length, environment.sockets[0]!.closed]).toEqual([2, true]);
  });

  test('a connection that breaks during its hook starts again with the hook', async () => {
    const { environment, link } = linked(
      (message, socket) => {
        if (socket === environment.sockets[0]) socket.breakDown();
        else reply(message, socket);
      },
      { onOpen: (request) => request('clock', {}) },
    );
    await environment.pass(2000);
    expect([link.status.value, actions(environment.sockets[1])]).toEqual(['open', ['clock']]);
  });

  test('an old connection is replaced by a new one that is claimed first, and only at a good moment', async () => {
    let good = false;
    const { environment, link, received } = linked(reply, { onOpen: (request) => request('clock', {}), mayRenew: () => good });
    const count = () => environment.sockets.length;
    await environment.pass(101 * MINUTE);
    void link.request('clock', {});
    await environment.pass(100);
    const bad = count();
    good = true;
    void link.request('clock', {});
    await environment.pass(5);
    // What is said to the old one about its being replaced is not for us.
    environment.later(5, () => environment.sockets[0]!.say({ type: 'refused', code: 'hostTaken', text: '' }));
    await environment.pass(100);
    expect({
      bad,
      good: count(),
      old: environment.sockets[0]!.closed,
      line: link.status.value,
      told: received.at(-1)!.type,
    }).toEqual({
      bad: 1,
      good: 2,
      old: true,
      line: 'open',
      told: 'clock',
    });
  });

  test('once closed it sends nothing more, and every pending request resolves', async () => {
    const { environment, link } = linked();
    const result = outcome(link.request('clock', {}));
    await environment.pass(100);
    link.close();
    const later = outcome(link.request('clock', {}));
    environment.wake();
    await environment.pass(MINUTE);
    const none = { value: undefined, settled: true };
    expect([result, later, environment.sockets.length, environment.sockets[0]!.closed]).toEqual([none, none, 1, true]);
  });

  test('every request is answered once, whatever is lost, doubled, late, overtaken or broken', async () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = seeded(seed);
      const environment = fakeEnvironment({
        random,
        connected(socket, environment) {
          environment.later(random() * 300, () => socket.open());
          /** Frames are lost, late by up to 2 s, or doubled. */
          const deliver = (run: () => void) => {
            if (random() < 0.2) return;
            environment.later(random() * 2000, run);
            if (random() < 0.1) environment.later(random() * 2000, run);
          };
          socket.hear = (message) => {
            if (random() < 0.03) return socket.breakDown();
            deliver(() =>
              deliver(() => (random() < 0.1 ? socket.say({ message: 'Internal server error' }) : reply(message, socket))),
            );
          };
        },
      });
      const link = createConnection(environment, {
        onOpen: (request) => request('clock', {}),
        onFrame() {},
        onSample() {},
        mayRenew: () => true,
      });
      let answered = 0;
      for (let i = 0; i < 20; i++) {
        void link.request('clock', {}).then((frame) => frame && answered++);
        await environment.pass(random() * 1000);
      }
      await environment.pass(20 * MINUTE);
      expect({ seed, answered }).toEqual({ seed, answered: 20 });
    }
  });
});
