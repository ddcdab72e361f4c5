// Capacity budgets, as DynamoDB Local meters them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quizOf } from '../lambdas/handler-fixture.ts';
import { sharedDynamodb } from '../support/shared.ts';
import { WITHOUT_JAVA } from './dynamodb-local.ts';
import type { Engine } from './engine.ts';
import { meteredRoom, token } from './metered-room.ts';

/** Forty questions: the room's row must stay within one read unit. */
const QUIZ = quizOf(
  ...Array.from({ length: 40 }, (_, i) => ({
    kind: 'choice',
    text: `Which of these cities is the capital of the country numbered ${i}?`,
    options: ['Santiago de Chile', 'Lima', 'Bogotá', 'Buenos Aires'],
    right: 1 + (i % 4),
    seconds: 20,
    reading: 5,
    explanation: 'It has been the seat of its government since the middle of the sixteenth century.',
  })),
);

if (WITHOUT_JAVA) test.skip(`capacity: ${WITHOUT_JAVA}`);
else
  describe('capacity, as Amazon’s DynamoDB Local meters it', { timeout: 120_000 }, () => {
    let engine: Engine;
    let here: Awaited<ReturnType<typeof meteredRoom>>;
    beforeAll(async () => {
      engine = await sharedDynamodb();
      here = await meteredRoom(engine, 'Quizcast-capacity', QUIZ);
    });
    afterAll(() => engine.close());

    test('a join costs two reads, two writes and one index write', async () => {
      expect(await here.unitsOf(() => here.join('Ann'))).toEqual({ reads: 2, writes: 2, indexWrites: 1 });
      for (let i = 0; i < 99; i++) await here.join(`A longish name ${i}`);
    });

    test('a move that asks nothing reads the room and nothing else', async () => {
      const reads: number[] = [];
      for (const name of ['lock', 'unlock'] as const) reads.push((await here.unitsOf(() => here.move(name))).reads);
      expect(reads).toEqual([1, 1]);
    });

    test('an answer costs one write in each of forty questions, and a reveal reads no more in the last than in the fourth', async () => {
      const reveals: number[] = [];
      const first = await here.move('start');
      for (let turn = 0; turn < 40; turn++) {
        const { turn: asked } = turn === 0 ? first : await here.move('question');
        here.now = asked!.opensAt + 2000;
        expect([turn, await here.unitsOf(() => here.answer(0, turn))]).toEqual([turn, { reads: 0, writes: 1, indexWrites: 0 }]);
        here.now = asked!.sealsAt + 500;
        const { reads } = await here.unitsOf(() => here.look());
        reveals.push(reads);
        if (turn < 39) await here.move('standings');
      }
      // From the fourth on it reads what the one before kept.
      expect(new Set(reveals.slice(3))).toEqual(new Set(reveals.slice(-1)));
    });

    test('after forty questions a newcomer still costs two reads and two writes', async () => {
      expect(await here.unitsOf(() => here.join('Late'))).toEqual({ reads: 2, writes: 2, indexWrites: 1 });
    });

    test('a reconnect costs three reads, one write and two index writes', async () => {
      const units = await here.unitsOf(() => here.sync(0, 'Ann-again', 2, 0, 0));
      expect(units).toEqual({ reads: 3, writes: 1, indexWrites: 2 });
    });

    test('a sync without changes costs two reads', async () => {
      const known = await here.sync(0, 'Ann-again', 2, 0, 0);
      const units = await here.unitsOf(() => here.sync(0, 'Ann-again', 2, here.room().version, known.you!.rev));
      expect(units).toEqual({ reads: 2, writes: 0, indexWrites: 0 });
    });

    test('a disconnect costs one write, one index write and half a read', async () => {
      expect(await here.unitsOf(() => here.leave('Ann-again'))).toEqual({ reads: 0.5, writes: 1, indexWrites: 1 });
    });

    test('a repeated answer costs one write', async () => {
      expect(await here.unitsOf(() => here.answer(0, 39))).toEqual({ reads: 0, writes: 1, indexWrites: 0 });
    });

    test('an unknown seat costs one write and one read', async () => {
      const nobody = { seat: `${here.id}.0.${token()}`, secret: token() };
      const said = () => here.say('stranger', 'answer', { ...nobody, turn: 0, answer: '1' }).catch(() => {});
      expect(await here.unitsOf(said)).toEqual({ reads: 1, writes: 1, indexWrites: 0 });
    });
  });
