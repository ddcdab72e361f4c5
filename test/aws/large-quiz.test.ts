// The largest quiz that RULES allows, on DynamoDB Local.
import { expect, test } from 'vitest';
import type { Quiz } from '../../game/quiz/quiz.ts';
import { utf8Bytes } from '../../game/utf8.ts';
import { sharedDynamodb } from '../support/shared.ts';
import { WITHOUT_JAVA } from './dynamodb-local.ts';
import type { Units } from './metered.ts';
import { meteredRoom } from './metered-room.ts';

const han = (length: number, i: number) => `${i}`.padEnd(length, '問題選択肢説明');
const QUESTIONS = 200;

const LARGEST: Quiz = {
  title: han(80, 0),
  language: 'zh-Hant',
  questions: Array.from({ length: QUESTIONS }, (_, i) => ({
    kind: 'choice',
    text: han(300, i),
    options: Array.from({ length: 6 }, (_, o) => han(150, o)),
    right: 1 + (i % 6),
    seconds: 20,
    points: 1000,
    reading: 5,
    explanation: han(300, i),
  })),
};

if (WITHOUT_JAVA) test.skip(`the largest quiz: ${WITHOUT_JAVA}`);
else
  test('a quiz of 200 questions at all limits in Han plays to its end; a question reads a few units of its MB', {
    timeout: 240_000,
  }, async () => {
    // An item holds 400 KB.
    expect(utf8Bytes(JSON.stringify(LARGEST))).toBeGreaterThan(400_000);
    const engine = await sharedDynamodb();
    const here = await meteredRoom(engine, 'Quizcast-large', LARGEST);
    await here.join('Ann');
    const costs: Pick<Units, 'reads' | 'writes'>[] = [];
    let { turn } = await here.move('start');
    while (turn) {
      const { number, opensAt, sealsAt } = turn;
      const { reads, writes } = await here.unitsOf(async () => {
        here.now = opensAt + 2000;
        await here.answer(0, number);
        here.now = sealsAt + 500;
        await here.look();
        if (number < QUESTIONS - 1) await here.move('question');
      });
      costs.push({ reads, writes });
      turn = number < QUESTIONS - 1 ? here.room().turn : undefined;
    }
    // Only the room's own row grows: by its rounds.
    expect([costs[5], costs[QUESTIONS - 2]]).toEqual([{ reads: 16, writes: 26 }, expect.objectContaining({ reads: 22 })]);
    expect((await here.move('podium')).phase).toBe('podium');
  });
