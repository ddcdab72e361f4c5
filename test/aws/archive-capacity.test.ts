// What many questions cost, as DynamoDB Local meters it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '../../game/refusals.ts';
import type { Answer, SeatAddress } from '../../game/seats/seat.ts';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import type { Store } from '../../lambdas/ports/ports.ts';
import { id, QUIZ, roomOf } from '../contracts/store.ts';
import { sharedDynamodb } from '../support/shared.ts';
import { WITHOUT_JAVA } from './dynamodb-local.ts';
import { clientOn, createTable, type Engine } from './engine.ts';
import { metered } from './metered.ts';

const TABLE_NAME = 'Quizcast-archive';
const SECRET = 'x'.repeat(43);
const LAST = 199;

if (WITHOUT_JAVA) test.skip(`capacity of many questions: ${WITHOUT_JAVA}`);
else
  describe('two hundred questions with answers of 150 bytes', { timeout: 240_000 }, () => {
    let engine: Engine;
    let metrics: ReturnType<typeof metered>;
    let store: Store;
    const room = roomOf();
    const answerTo = (turn: number): Answer => ({ value: `${turn} `.padEnd(150, 'x'), at: 1_795_423_091_704 + turn * 30_000 });

    beforeAll(async () => {
      engine = await sharedDynamodb();
      await createTable(engine.call, TABLE_NAME);
      metrics = metered(engine.call);
      store = dynamoStore(clientOn(metrics.call), TABLE_NAME, Date.now, { indexRetriesMs: [] });
      await store.openRoom(room, QUIZ);
    });
    afterAll(() => engine.close());

    async function join(name: string): Promise<SeatAddress> {
      const address = { room: room.id, shard: 0, seat: id(16) };
      const by = { connection: id(), connectedAt: answerTo(0).at, at: answerTo(0).at };
      const { expiresAt } = room;
      const seat = await store.join({ ...address, secret: SECRET, name, folded: name, ...by, expiresAt });
      expect(isRefusal(seat)).toBe(false);
      return address;
    }
    async function unitsOf(what: () => Promise<unknown>) {
      metrics.reset();
      await what();
      return metrics.spent();
    }
    const archive = (turn: number, seats: readonly SeatAddress[]) =>
      store.archiveAnswers(room, turn, new Map(seats.map(({ seat }) => [seat, answerTo(turn)])), id());

    test('each answer costs one write, the first and the two-hundredth', async () => {
      const address = await join('名'.repeat(20));
      const costs: unknown[] = [];
      for (let turn = 0; turn <= LAST; turn++) {
        if (turn >= 3) await archive(turn - 3, [address]);
        costs.push(await unitsOf(() => store.recordAnswer(address, SECRET, turn, answerTo(turn))));
      }
      expect(costs).toEqual(Array(LAST + 1).fill({ reads: 0, writes: 1, indexWrites: 0 }));
    });

    test('the host’s poll of two hundred seats reads as much after the last question as after the third', async () => {
      const seats = await Promise.all(Array.from({ length: 199 }, (_, i) => join(`Somebody with number ${i}`)));
      const play = async (...turns: number[]) => {
        for (const turn of turns) {
          if (turn >= 3) await archive(turn - 3, seats);
          await Promise.all(seats.map((address) => store.recordAnswer(address, SECRET, turn, answerTo(turn))));
        }
      };
      const poll = () => unitsOf(() => store.seats(room.id, 0, { fresh: false }));
      await play(0, 1, 2);
      const early = await poll();
      await play(LAST - 2, LAST - 1, LAST);
      const late = await poll();
      expect([late, early.reads]).toEqual([early, expect.closeTo(18, 0)]);
    });

    test('archiving a round of a thousand seats costs 200 writes with such answers, 42 with short ones', async () => {
      const seats = Array.from({ length: 1000 }, () => ({ room: room.id, shard: 0, seat: id(16) }));
      const short = new Map(seats.map(({ seat }) => [seat, { value: '2', at: answerTo(0).at }]));
      const costs = [await unitsOf(() => archive(7, seats)), await unitsOf(() => store.archiveAnswers(room, 8, short, id()))];
      expect(costs.map(({ reads, writes }) => [reads, writes])).toEqual([
        [0, expect.closeTo(200, -1)],
        [0, expect.closeTo(42, -1)],
      ]);
    });
  });
