import { describe, expect, test } from 'vitest';
import { memoryStorage } from './fake-world.ts';
import { joined, page } from './player-page.ts';

describe('joining', () => {
  test('an unknown browser is asked, with the PIN of the address filled in, and nothing is said', async () => {
    const { world, seat, now } = page();
    await world.pass(1000);
    expect([now().status, seat.pin.value, seat.line.value, world.sockets.length]).toEqual(['outside', '123456', 'open', 0]);
  });

  test('PIN and name lead in, and the address bar shows where', async () => {
    const { now, world, seat } = await joined({ path: '/' });
    expect([now(), world.path, seat.pin.value]).toEqual([{ status: 'in', name: 'Ann', phase: 'lobby' }, '/123456', '123456']);
  });

  test('what cannot be a PIN is no room, without asking the server', () => {
    const { seat, world } = page();
    seat.join('12345', 'Ann');
    expect([seat.told.value, world.sockets.length]).toEqual([{ code: 'noRoom' }, 0]);
  });

  test('a refused name is told with its suggestion, and the next try is another seat', async () => {
    const { seat, server, world, now } = page();
    server.refuse = { join: 'nameTaken' };
    seat.join('123456', 'Ann');
    await world.pass(1000);
    const refused = [now().status, seat.told.value];
    seat.join('123456', 'Ann2');
    await world.pass(1000);
    const seats = server.heard.filter(({ action }) => action === 'join').map((message) => message.seat);
    expect([refused, now().name, seat.told.value, new Set(seats).size]).toEqual([
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
    await first.world.pass(1000);
    first.server.deaf = [];
    const { world, now } = page({ storage }, first.server);
    await world.pass(1000);
    const said = first.world.sockets[0]!.said[0]!;
    expect([now(), first.server.heard[0]]).toEqual([
      { status: 'in', name: 'Ann', phase: 'lobby' },
      { ...said, id: expect.any(String) },
    ]);
  });
});

describe('leaving', () => {
  test('somebody else: the seat is given up, the PIN stays, the next one has a seat of their own', async () => {
    const { seat, server, world, now } = await joined();
    const ann = server.seat!.id;
    seat.leave();
    const after = [now(), seat.pin.value];
    server.seat = undefined;
    seat.join('123456', 'Bob');
    await world.pass(1000);
    expect([after, server.actions(), now().name, server.seat!.id !== ann, world.sockets[0]!.closed]).toEqual([
      [{ status: 'outside', name: undefined, phase: undefined }, '123456'],
      ['join', 'leave', 'join'],
      'Bob',
      true,
      true,
    ]);
  });

  test('a name is corrected', async () => {
    const { seat, world, now } = await joined();
    const renamed = seat.rename('Anna');
    await world.pass(100);
    expect([await renamed, now().name]).toEqual([true, 'Anna']);
  });

  test('a refused correction says why', async () => {
    const { seat, server, world, now } = await joined();
    server.refuse = { rename: 'nameLate' };
    const renamed = seat.rename('Anna');
    await world.pass(100);
    expect([await renamed, now().name, seat.told.value]).toEqual([false, 'Ann', { code: 'nameLate', suggestion: undefined }]);
  });

  test('a room that closes is over, and forgotten', async () => {
    const storage = memoryStorage();
    const { server, world, now } = await joined({ storage });
    server.move({ phase: 'closed' });
    server.tell();
    await world.pass(100);
    expect([now(), world.sockets[0]!.closed, page({ storage, path: '/' }).now().status]).toEqual([
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
