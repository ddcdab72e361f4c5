import { expect, test } from 'vitest';
import { eventLoopBatches } from '../../local/gateway/event-loop-batches.ts';

test('a burst runs in order and in batches; what arrives meanwhile runs between two batches', async () => {
  const next = eventLoopBatches();
  const numbers = Array.from({ length: 1000 }, (_, i) => i);
  const ran: (number | string)[] = [];
  for (const number of numbers) next(() => ran.push(number));
  expect(ran).toEqual([]);
  await new Promise<void>((resolve) =>
    setImmediate(() => {
      ran.push('heard');
      next(() => resolve(void ran.push('run')));
    }),
  );
  expect(ran.filter((one) => one !== 'heard')).toEqual([...numbers, 'run']);
  expect(ran.indexOf('heard')).toBeGreaterThan(0);
  expect(ran.indexOf('heard')).toBeLessThan(500);
});
