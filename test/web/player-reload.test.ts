import { describe, expect, test } from 'vitest';
import { memoryStorage } from '../support/fake-environment.ts';
import { asked, joined, page } from './player-page.ts';

const DAY = 24 * 3600_000;

describe('a reload', () => {
  test.each(['/', '/123456'])('at %s is back in the same phase with the answer already given, without asking', async (path) => {
    const storage = memoryStorage();
    const before = await asked({ storage });
    before.seat.choose('2');
    await before.environment.pass(1000);
    const { environment, now, seat } = page({ storage, path }, before.server);
    const at = now().status;
    await environment.pass(1000);
    expect([at, now(), seat.answer.value]).toEqual([
      'joining',
      { status: 'in', name: 'Ann', phase: 'question' },
      { value: '2', sent: true },
    ]);
  });

  test('sends what was chosen and never acknowledged', async () => {
    const storage = memoryStorage();
    const before = await asked({ storage });
    before.server.deaf = ['answer'];
    before.seat.choose('3');
    await before.environment.pass(100);
    before.server.deaf = [];
    before.server.sockets[0]!.onclose?.();
    const { environment, seat } = page({ storage }, before.server);
    await environment.pass(1000);
    expect([seat.answer.value, before.server.seat?.answer?.value]).toEqual([{ value: '3', sent: true }, '3']);
  });

  test.each(['closed', 'noSeat'] as const)('with a seat that is %s asks again', async (code) => {
    const storage = memoryStorage();
    const { server } = await joined({ storage });
    server.refuse = { sync: code };
    const { environment, now, seat } = page({ storage, path: '/' }, server);
    await environment.pass(1000);
    const again = page({ storage, path: '/' }, server).now();
    expect([now().status, seat.pin.value, seat.refusal.value, again.status]).toEqual([
      'outside',
      code === 'noSeat' ? '123456' : '',
      code === 'noSeat' ? { code: 'noSeat', suggestion: undefined } : undefined,
      'outside',
    ]);
  });

  test('a week later asks again', async () => {
    const storage = memoryStorage();
    await joined({ storage });
    expect(page({ storage, wrong: 8 * DAY }).now().status).toBe('outside');
  });

  test('a removed player stays out, by reload and by joining again', async () => {
    const storage = memoryStorage();
    const { server, now, environment } = await joined({ storage });
    server.tell({ type: 'refused', code: 'removed', text: '' });
    await environment.pass(100);
    const pushed = now().status;
    server.refuse = { sync: 'removed' };
    const { seat, ...reloaded } = page({ storage }, server);
    await reloaded.environment.pass(1000);
    const back = reloaded.now().status;
    seat.leave();
    server.refuse = { sync: 'removed' };
    seat.join('123456', 'Somebody else');
    await reloaded.environment.pass(1000);
    expect([pushed, back, reloaded.now().status]).toEqual(['removed', 'removed', 'removed']);
  });
});

describe('one seat, one tab', () => {
  test('the tab that comes later plays, the earlier one sleeps and does not come back by itself', async () => {
    const channels = new Set<(message: unknown) => void>();
    const storage = memoryStorage();
    const first = await joined({ storage, channels });
    const second = page({ storage, channels }, first.server);
    await second.environment.pass(1000);
    const after = [first.now().status, second.now().status];
    const sockets = first.environment.sockets.length;
    first.environment.wake();
    await first.environment.pass(600_000);
    expect([after, first.now().status, first.environment.sockets.length - sockets, first.environment.sockets[0]!.closed]).toEqual(
      [['taken', 'in'], 'taken', 0, true],
    );
  });

  test('play here takes it back, and then the other tab sleeps', async () => {
    const channels = new Set<(message: unknown) => void>();
    const storage = memoryStorage();
    const first = await joined({ storage, channels });
    const second = page({ storage, channels }, first.server);
    await second.environment.pass(2000);
    first.seat.playHere();
    await first.environment.pass(1000);
    expect([first.now(), second.now().status]).toEqual([{ status: 'in', name: 'Ann', phase: 'lobby' }, 'taken']);
  });

  test('a seat played on another device puts this tab to sleep too', async () => {
    const { server, environment, now } = await joined();
    server.refuse = { sync: 'taken' };
    environment.wake();
    await environment.pass(1000);
    expect(now().status).toBe('taken');
  });
});
