import { describe, expect, test } from 'vitest';
import { FakeServer } from './fake-server.ts';
import { asked, joined, page } from './player-page.ts';

test('a frame of another protocol changes nothing but that the page says so', async () => {
  const { server, environment, seat, now } = await joined();
  server.ask(0);
  server.tell({ type: 'view', room: server.room, v: 3 });
  await environment.pass(100);
  expect([now().phase, seat.connectionStatus.value]).toEqual(['lobby', 'outdated']);
});

describe('lost frames', () => {
  test('a lost question is there after the next sync', async () => {
    const { server, environment, now } = await joined();
    server.ask(0);
    await environment.pass(20_500);
    expect(now().phase).toBe('question');
  });

  test('a page syncs after three quarters to the whole of the interval without any frame', async () => {
    const { server, environment } = await joined();
    server.syncIn = 60_000;
    server.tell();
    await environment.pass(44_000);
    server.tell({ type: 'tally', turn: 0, answered: 0, waiting: 0 });
    await environment.pass(44_000);
    const before = server.actions();
    await environment.pass(17_000);
    expect([before, server.actions()]).toEqual([['join'], ['join', 'sync']]);
  });

  test('a page that becomes visible syncs at once', async () => {
    const { server, environment } = await joined();
    environment.wake();
    await environment.pass(100);
    expect(server.actions()).toEqual(['join', 'sync']);
  });

  test('a page syncs for a lost reveal before it nudges', async () => {
    const { server, environment, now } = await asked();
    await environment.pass(20_000);
    server.move({ phase: 'reveal' });
    await environment.pass(3000);
    expect([now().phase, server.actions().includes('nudge')]).toEqual(['reveal', false]);
  });

  test('with the host gone the page nudges the room, again and again, until the reveal is there', async () => {
    const { server, environment, now } = await asked();
    await environment.pass(60_000);
    const nudges = () => server.actions().filter((action) => action === 'nudge').length;
    const before = nudges();
    server.move({ phase: 'reveal' });
    server.tell();
    await environment.pass(60_000);
    expect({ several: before >= 2 && before <= 6, after: nudges() - before, phase: now().phase }).toEqual({
      several: true,
      after: 0,
      phase: 'reveal',
    });
  });

  test('in a large room the pages nudge far apart', async () => {
    const first = [];
    for (let i = 0; i < 20; i++) {
      const { server, environment } = await joined({ random: () => (i + 0.5) / 20 });
      server.move({ players: 1000 });
      server.ask(0);
      server.tell();
      await environment.pass(26_500 + 2000 + 5000);
      first.push(server.actions().includes('nudge'));
    }
    // A share of 10 s is drawn: half of it has passed.
    expect(first.filter(Boolean).length).toBe(10);
  });
});

describe('any single frame', () => {
  /** Joins, answers the first question, sees the reveal, answers the second: everything a phone does. */
  async function play(fate: FakeServer['fate']) {
    const server = new FakeServer();
    server.fate = fate;
    const { seat, environment, now } = page({}, server);
    seat.join('123456', 'Ann');
    await environment.pass(9000);
    for (const turn of [0, 1]) {
      server.ask(turn);
      server.tell();
      await environment.pass(22_000);
      seat.choose('2');
      server.tell({ type: 'tally', turn, answered: 1, waiting: 0 });
      await environment.pass(5500);
      server.move({ phase: 'reveal' });
      server.tell();
      await environment.pass(4000);
      expect(now()).toEqual({ status: 'in', name: 'Ann', phase: 'reveal' });
      expect(seat.answer.value).toEqual({ value: '2', sent: true });
      expect(server.seat?.answer).toEqual({ turn, value: '2', at: 5 });
    }
    return server;
  }

  test.each(['lost', 'doubled', 'late'] as const)('may be %s in either direction, and the game goes on', async (fate) => {
    const { frames } = await play(() => 'received');
    for (let n = 0; n < frames; n++) await play((frame) => (frame === n ? fate : 'received'));
    expect(frames).toBeGreaterThan(15);
  });
});
