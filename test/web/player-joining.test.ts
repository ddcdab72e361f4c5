import { describe, expect, test } from 'vitest';
import { memoryStorage } from '../support/fake-environment.ts';
import { joined, page } from './player-page.ts';

describe('joining', () => {
  test('a new browser is asked for a name, with the PIN of the address filled in, and nothing is sent', async () => {
    const { environment, seat, now } = page();
    await environment.pass(1000);
    expect([now().status, seat.pin.value, seat.connectionStatus.value, environment.sockets.length]).toEqual([
      'outside',
      '123456',
      'open',
      0,
    ]);
  });

  test('PIN and name lead into the room, and the address bar shows its PIN', async () => {
    const { now, environment, seat } = await joined({ path: '/' });
    expect([now(), environment.path, seat.pin.value]).toEqual([
      { status: 'in', name: 'Ann', phase: 'lobby' },
      '/123456',
      '123456',
    ]);
  });

  test('what cannot be a PIN is refused without asking the server', () => {
    const { seat, environment } = page();
    seat.join('12345', 'Ann');
    expect([seat.refusal.value, environment.sockets.length]).toEqual([{ code: 'noRoom' }, 0]);
  });

  test('a refused name is shown with its suggestion, and the next try is another seat', async () => {
    const { seat, server, environment, now } = page();
    server.refuse = { join: 'nameTaken' };
    seat.join('123456', 'Ann');
    await environment.pass(1000);
    const refused = [now().status, seat.refusal.value];
    seat.join('123456', 'Ann2');
    await environment.pass(1000);
    const seats = server.received.filter(({ action }) => action === 'join').map((message) => message.seat);
    expect([refused, now().name, seat.refusal.value, new Set(seats).size]).toEqual([
      ['outside', { code: 'nameTaken', suggestion: 'Ann2' }],
      'Ann2',
      undefined,
      2,
    ]);
  });

  test('a join that is interrupted by a reload is the same join', async () => {
    const storage = memoryStorage();
    const first = page({ storage });
    first.server.deaf = ['join'];
    first.seat.join('123456', 'Ann');
    await first.environment.pass(1000);
    first.server.deaf = [];
    const { environment, now } = page({ storage }, first.server);
    await environment.pass(1000);
    const said = first.environment.sockets[0]!.said[0]!;
    expect([now(), first.server.received[0]]).toEqual([
      { status: 'in', name: 'Ann', phase: 'lobby' },
      { ...said, id: expect.any(String) },
    ]);
  });
});

describe('leaving', () => {
  test('“Not you?” gives the seat up, keeps the PIN, and the next player gets a seat of their own', async () => {
    const { seat, server, environment, now } = await joined();
    const ann = server.seat!.id;
    seat.leave();
    const after = [now(), seat.pin.value];
    server.seat = undefined;
    seat.join('123456', 'Bob');
    await environment.pass(1000);
    expect([after, server.actions(), now().name, server.seat!.id !== ann, environment.sockets[0]!.closed]).toEqual([
      [{ status: 'outside', name: undefined, phase: undefined }, '123456'],
      ['join', 'leave', 'join'],
      'Bob',
      true,
      true,
    ]);
  });

  test('a name is corrected', async () => {
    const { seat, environment, now } = await joined();
    const renamed = seat.rename('Anna');
    await environment.pass(100);
    expect([await renamed, now().name]).toEqual([true, 'Anna']);
  });

  test('a refused correction says why', async () => {
    const { seat, server, environment, now } = await joined();
    server.refuse = { rename: 'nameLate' };
    const renamed = seat.rename('Anna');
    await environment.pass(100);
    expect([await renamed, now().name, seat.refusal.value]).toEqual([false, 'Ann', { code: 'nameLate', suggestion: undefined }]);
  });

  test('a room that closes is over, and forgotten', async () => {
    const storage = memoryStorage();
    const { server, environment, now } = await joined({ storage });
    server.move({ phase: 'closed' });
    server.tell();
    await environment.pass(100);
    expect([now(), environment.sockets[0]!.closed, page({ storage, path: '/' }).now().status]).toEqual([
      { status: 'over', name: 'Ann', phase: 'closed' },
      true,
      'outside',
    ]);
  });

  test('where storage is blocked everything works but the reload', async () => {
    const { now } = await joined({ storage: undefined });
    expect(now().status).toBe('in');
  });
});
