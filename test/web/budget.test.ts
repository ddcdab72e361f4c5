import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { buildPages } from '../../web/pages/build.ts';

const gzipped = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length;

test('all that is needed to join and play is at most 25 KB gzipped, and a kind that not every room has 5 KB more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quizcast-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await buildPages(folder);
  const bytes = (start: RegExp) =>
    readdirSync(folder)
      .filter((name) => start.test(name))
      .map((name) => [name.replace(/-[^.]+/, ''), gzipped(join(folder, name))] as const);
  const player = bytes(/^player/);
  expect(player.map(([name]) => name).sort()).toEqual(['player.css', 'player.html', 'player.js']);
  expect(player.reduce((sum, [, size]) => sum + size, 0)).toBeLessThanOrEqual(25 * 1024);
  const [[kind, size] = ['', Number.NaN]] = bytes(/^typed/);
  expect(kind).toBe('typed.js');
  expect(size).toBeLessThanOrEqual(5 * 1024);
});
