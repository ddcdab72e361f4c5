import { describe, expect, test } from 'vitest';
import { asked, joined } from './player-page.ts';

describe('answering', () => {
  test('shows at once and is sent a moment later', async () => {
    const { seat, world } = await asked();
    seat.choose('2');
    const chosen = seat.answer.value;
    await world.pass(100);
    expect([chosen, seat.answer.value]).toEqual([
      { value: '2', sent: false },
      { value: '2', sent: true },
    ]);
  });

  test('only the first choice counts, and none before the opening', async () => {
    const { seat, server, world } = await joined();
    server.ask(0);
    server.tell();
    await world.pass(4000);
    seat.choose('1');
    const early = seat.answer.value;
    await world.pass(2000);
    seat.choose('2');
    seat.choose('3');
    await world.pass(1000);
    expect([early, seat.answer.value, server.actions().filter((action) => action === 'answer').length]).toEqual([
      undefined,
      { value: '2', sent: true },
      1,
    ]);
  });

  test('is said until acknowledged, and not after the seal', async () => {
    const { seat, server, world } = await asked();
    server.deaf = ['answer'];
    seat.choose('2');
    await world.pass(18_000);
    const tries = () => world.sockets.flatMap(({ said }) => said).filter(({ action }) => action === 'answer').length;
    const before = tries();
    await world.pass(4000);
    const sealed = tries();
    await world.pass(60_000);
    expect({ again: before >= 2, after: tries() - sealed, shown: seat.answer.value }).toEqual({
      again: true,
      after: 0,
      shown: { value: '2', sent: false },
    });
  });

  test('a lost connection does not lose it', async () => {
    const { seat, server, world } = await asked();
    server.deaf = ['answer'];
    seat.choose('2');
    await world.pass(100);
    server.deaf = [];
    world.sockets[0]!.breakDown();
    const lost = seat.line.value;
    await world.pass(1000);
    expect([lost, seat.line.value, server.seat?.answer?.value, seat.answer.value]).toEqual([
      'lost',
      'open',
      '2',
      { value: '2', sent: true },
    ]);
  });

  test('when another answer was there already, that one is shown', async () => {
    const { seat, server, world } = await asked();
    server.seat = { ...server.seat!, rev: 9, answer: { turn: 0, value: '4', at: 1 } };
    server.refuse = { answer: 'answeredAlready' };
    seat.choose('2');
    await world.pass(1000);
    expect(seat.answer.value).toEqual({ value: '4', sent: true });
  });
});
