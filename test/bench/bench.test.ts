// The benchmark runs and reports; speed is not judged.

import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { measureFloods } from '../../bench/floods.ts';
import { floodReport } from '../../bench/report.ts';
import type { Run } from '../../bench/run.ts';
import type { Summary } from '../../bench/summary.ts';

const MAIN = join(import.meta.dirname, '../../bench/main.ts');

test('a game of 20 is measured, survives a kill, and is reported', {
  timeout: 240_000,
}, async () => {
  const out = mkdtempSync(join(tmpdir(), 'quizcast-bench-'));
  const args = ['--players', '20', '--questions', '1', '--rest', '1', '--floods', '0', '--out', out];
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, ...args]);
  const figures = JSON.parse(readFileSync(join(out, 'figures.json'), 'utf8')) as { summaries: [Summary]; runs: [Run] };
  const [summary] = figures.summaries;
  const [{ rounds, rough, recovery }] = figures.runs;

  const numbers = JSON.stringify(summary).match(/null/g);
  expect(numbers, 'everything is a number').toBeNull();
  expect([summary.players, summary.lost, rounds.length, recovery!.forgotten]).toEqual([20, 0, 1, 0]);
  for (const { first, median, p95, last } of [summary.question, summary.answers, summary.reveal, summary.seated]) {
    expect([first, median, p95, last]).toEqual([first, median, p95, last].toSorted((a, b) => a - b));
    expect(first).toBeGreaterThan(0);
  }
  expect(summary.frames).toBeGreaterThanOrEqual(4);
  // One for every answer would be above 20.
  expect(summary.frames).toBeLessThan(20);
  expect(summary.questionRatio).toBeCloseTo(rounds[0]!.question.last / rounds[0]!.loop!.last, 1);
  expect(summary.seated.last).toBeGreaterThan(summary.listening);
  expect(rough.question.last, 'a slow reader has it later').toBeGreaterThan(900);

  expect(stdout).toContain('| players | 20 |');
  expect(readFileSync(join(out, 'report.md'), 'utf8')).toContain(
    'whole games without a lost frame, answer or line | 0 lost | met',
  );
  expect(readdirSync(out).toSorted()).toEqual(['answers.svg', 'figures.json', 'question.svg', 'recovery.svg', 'report.md']);
  expect(readFileSync(join(out, 'question.svg'), 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s);
  rmSync(out, { recursive: true });
});

test('a game of 10 misses nothing while one connection floods the server', {
  timeout: 240_000,
}, async () => {
  const [flooded] = await measureFloods(10, 1, () => {}, ['frames']);
  const { calm, flooded: during, said, refused } = flooded!;
  expect([calm.missing, during.missing]).toEqual([0, 0]);
  expect(Object.values({ ...calm, ...during }).every((ms) => ms >= 0)).toBe(true);
  expect(refused.frames).toBeLessThan(said);
  expect(Object.keys(refused)).toEqual(['frames', 'floods']);
  expect(floodReport([flooded!], 10)).toContain('| of the players missed | 0 |');
});

test('invalid options are refused with one sentence', async () => {
  const refused = (...args: string[]) =>
    promisify(execFile)(process.execPath, [MAIN, ...args]).then(
      () => 'done',
      ({ stderr }) => stderr.trim(),
    );
  expect(
    await Promise.all([refused('--players', '5,x'), refused('--url', 'ws://127.0.0.1:1/socket'), refused('--fast')]),
  ).toEqual([
    '--players should be a whole number from 1 to 20000, is "x".',
    '--url needs --key and --quiz besides.',
    "Unknown option '--fast'. npm run bench -- --help lists the options.",
  ]);
});
