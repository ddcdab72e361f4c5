import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { buildPages } from '../../web/pages/build.ts';

test('all that is needed to join and play is at most 25 KB gzipped', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quizcast-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await buildPages(folder);
  const files = readdirSync(folder).filter((name) => name.startsWith('player'));
  expect(files.map((name) => name.replace(/-[^.]+/, '')).sort()).toEqual(['player.css', 'player.html', 'player.js']);
  const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
  expect(bytes).toBeLessThanOrEqual(25 * 1024);
});
