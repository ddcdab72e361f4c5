import { describe, expect, test } from 'vitest';
import { asked, joined } from './player-page.ts';

describe('answering', () => {
  test('an answer shows at once and is sent a moment later', async () => {
    const { seat, environment } = await asked();
    seat.choose('2');
    const chosen = seat.answer.value;
    await environment.pass(100);
    expect([chosen, seat.answer.value]).toEqual([
      { value: '2', sent: false },
      { value: '2', sent: true },
    ]);
  });

  test('only the first choice counts, and none before the opening', async () => {
    const { seat, server, environment } = await joined();
    server.ask(0);
    server.tell();
    await environment.pass(4000);
    seat.choose('1');
    const early = seat.answer.value;
    await environment.pass(2000);
    seat.choose('2');
    seat.choose('3');
    await environment.pass(1000);
    expect([early, seat.answer.value, server.actions().filter((action) => action === 'answer').length]).toEqual([
      undefined,
      { value: '2', sent: true },
      1,
    ]);
  });

  test('an answer is repeated until acknowledged, and not after the seal', async () => {
    const { seat, server, environment } = await asked();
    server.deaf = ['answer'];
    seat.choose('2');
    await environment.pass(18_000);
    const tries = () => environment.sockets.flatMap(({ said }) => said).filter(({ action }) => action === 'answer').length;
    const before = tries();
    await environment.pass(4000);
    const sealed = tries();
    await environment.pass(60_000);
    expect({ again: before >= 2, after: tries() - sealed, shown: seat.answer.value }).toEqual({
      again: true,
      after: 0,
      shown: { value: '2', sent: false },
    });
  });

  test('an answer survives a lost connection', async () => {
    const { seat, server, environment } = await asked();
    server.deaf = ['answer'];
    seat.choose('2');
    await environment.pass(100);
    server.deaf = [];
    environment.sockets[0]!.breakDown();
    const lost = seat.connectionStatus.value;
    await environment.pass(1000);
    expect([lost, seat.connectionStatus.value, server.seat?.answer?.value, seat.answer.value]).toEqual([
      'lost',
      'open',
      '2',
      { value: '2', sent: true },
    ]);
  });

  test('when the server already has another answer, that one is shown', async () => {
    const { seat, server, environment } = await asked();
    server.seat = { ...server.seat!, rev: 9, answer: { turn: 0, value: '4', at: 1 } };
    server.refuse = { answer: 'answeredAlready' };
    seat.choose('2');
    await environment.pass(1000);
    expect(seat.answer.value).toEqual({ value: '4', sent: true });
  });
});
