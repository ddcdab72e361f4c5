import { expect, test } from 'vitest';
import { createMetrics, faultLogLine, type Metric } from '../../lambdas/aws/metrics.ts';

function meterAt(start: number) {
  const lines: string[] = [];
  const here = { now: start, lines };
  return { ...createMetrics({ stack: 'Quizcast', now: () => here.now, write: (line) => lines.push(line) }), here, lines };
}
const units: Partial<Record<Metric, string>> = { BroadcastMs: 'Milliseconds' };
const line = (at: number, figures: Partial<Record<Metric, number | number[]>>) => ({
  _aws: {
    Timestamp: at,
    CloudWatchMetrics: [
      {
        Namespace: 'Quizcast',
        Dimensions: [['Stack']],
        Metrics: Object.keys(figures).map((Name) => ({ Name, Unit: units[Name as Metric] ?? 'Count' })),
      },
    ],
  },
  Stack: 'Quizcast',
  ...figures,
});

test('one line has summed counts, maximum levels and all durations', () => {
  const { add, flush, lines } = meterAt(1000);
  for (const connected of [3, 7, 5]) add('Connected', connected);
  for (let i = 0; i < 4; i++) add('Answers', 1);
  for (const ms of [120, 80]) add('BroadcastMs', ms);
  flush();
  expect(lines.map((one) => JSON.parse(one))).toEqual([line(1000, { Connected: 7, Answers: 4, BroadcastMs: [120, 80] })]);
});

test('metrics are written every ten seconds', () => {
  const { add, flush, here, lines } = meterAt(0);
  for (let second = 0; second < 25; second++) {
    here.now = second * 1000;
    add('Answers', 2);
    flush();
  }
  expect(lines.map((one) => JSON.parse(one))).toEqual([
    line(0, { Answers: 2 }),
    line(10_000, { Answers: 20 }),
    line(20_000, { Answers: 20 }),
  ]);
});

test('errors and undelivered posts are written at once', () => {
  const { add, flush, here, lines } = meterAt(0);
  add('Answers', 1);
  flush();
  here.now = 1000;
  add('Faults', 1);
  flush();
  add('PostsMissed', 3);
  flush();
  expect(lines.slice(1).map((one) => JSON.parse(one))).toEqual([line(1000, { Faults: 1 }), line(1000, { PostsMissed: 3 })]);
});

test('empty metrics write no line, and durations are bounded', () => {
  const { add, flush, lines } = meterAt(0);
  flush();
  for (let i = 0; i < 1000; i++) add('BroadcastMs', i);
  flush();
  expect(lines.map((one) => JSON.parse(one).BroadcastMs.length)).toEqual([100]);
});

test('an error is logged as JSON with its context', () => {
  const error = new TypeError('no such thing');
  const said = JSON.parse(faultLogLine(error, { function: 'player', requestId: 'r', connectionId: undefined }));
  expect(said).toEqual({
    level: 'ERROR',
    function: 'player',
    requestId: 'r',
    fault: 'TypeError',
    message: 'no such thing',
    stack: error.stack,
  });
  expect(JSON.parse(faultLogLine('thrown', {}))).toEqual({ level: 'ERROR', fault: 'Thrown', message: 'thrown' });
});
