// A game is saved while it is played, and goes on elsewhere.
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test, vi } from 'vitest';
import { type RunningServer, runningServer } from '../../local/backup/running-server.ts';
import { backupCommand } from '../../local/cli/backup-command.ts';
import { startServer } from '../../local/server.ts';
import { hostRoom, joinRoom } from '../support/clients.ts';
import { connectClient } from '../support/protocol-client.ts';
import { QUICK } from './fixture.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'quizcast-'));
afterAll(() => rmSync(folder, { recursive: true }));

const start = (name: string) =>
  startServer({
    port: 0,
    data: join(folder, name),
    pages: ROOT,
    quizzes: [QUICK],
    onFault: (error) => expect.fail(String(error)),
  });
const urlOf = ({ port }: { port: number }) => `ws://127.0.0.1:${port}/socket`;
const spawned = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['local/main.ts', 'backup', ...args], { cwd: ROOT }).then(({ stdout }) => stdout.trim());
/** @returns the exit code, and what it says */
async function backUp(...args: string[]) {
  const said = (['log', 'error'] as const).map((name) => vi.spyOn(console, name).mockImplementation(() => {}));
  const code = await backupCommand(args, 'data', { start: 'npm start --', backup: 'npm run backup --' });
  return [code, ...said.flatMap((spy) => spy.mock.calls.splice(0).flat())];
}
function unpacked(file: string, name: string): string {
  mkdirSync(join(folder, name));
  spawnSync('tar', ['-xf', file, '-C', join(folder, name)]);
  return name;
}

test('a game that was saved in the middle of a question goes on in another folder', async () => {
  const first = await start('here');
  const here = join(folder, 'here');
  const media = join('media', 'h'.repeat(43), `${'a'.repeat(64)}.webp`);
  mkdirSync(join(here, media, '..'));
  writeFileSync(join(here, media), 'a picture');
  mkdirSync(join(here, 'media', 'incoming'), { recursive: true });
  writeFileSync(join(here, 'media', 'incoming', 'half'), 'half a picture');

  const game = await hostRoom(await connectClient(urlOf(first)), first.key, { quiz: 'quick' });
  const [ann, bob] = await Promise.all(['Ann', 'Bob'].map((name) => joinRoom(urlOf(first), game.pin, name)));
  await game.move('start');
  await game.opened();
  await ann!.answer('2');
  const file = join(folder, 'backup.tar');
  const [said] = await Promise.all([spawned(file, '--data', here), bob!.answer('1')]);
  expect(said).toBe(`Saved ${here} as ${file}. It holds the host link: keep it to yourself.`);
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');

  const there = await start(unpacked(file, 'there'));
  expect([there.key, readFileSync(join(folder, 'there', media), 'utf8')]).toEqual([first.key, 'a picture']);
  expect(readdirSync(join(folder, 'there')).sort()).toContain('host-key');
  expect(readdirSync(join(folder, 'there', 'media', 'incoming'))).toEqual([]);
  const line = await connectClient(urlOf(there));
  expect(await ann!.sync(line)).toMatchObject({ type: 'view', you: { name: 'Ann' } });
  ann!.line = line;
  const restored = await hostRoom(await connectClient(urlOf(there)), there.key, { id: game.id });
  await restored.until('reveal');
  expect(await ann!.standing()).toMatchObject({ rank: 1, streak: 1 });
  await restored.move('question');
  await restored.opened();
  expect(await ann!.answer('1,3', 1)).toMatchObject({ type: 'answered' });

  await Promise.all([first.close(), there.close()]);
  expect([runningServer(here), readdirSync(here).filter((name) => /copy|part/.test(name))]).toEqual([undefined, []]);
});

test('only who can read the data directory gets a backup', async () => {
  const server = await start('private');
  const { origin, token } = runningServer(join(folder, 'private')) as RunningServer;
  const ask = async (authorization: string, method = 'POST') =>
    (await fetch(`${origin}/backup`, { method, headers: { authorization } })).status;
  expect(await Promise.all([ask(''), ask(`Bearer ${server.key}`), ask(`Bearer ${token}`, 'GET')])).toEqual([405, 405, 404]);
  expect((statSync(join(folder, 'private', 'running.json')).mode & 0o777).toString(8)).toBe('600');
  await server.close();
});

test('what a stopped or killed server has left is saved too, and no folder is made by a wrong name', async () => {
  const server = await start('left');
  const left = join(folder, 'left');
  const said = readFileSync(join(left, 'running.json'));
  await server.close();
  // As after kill -9.
  writeFileSync(join(left, 'running.json'), said);
  const file = join(folder, 'left.tar');
  expect(await backUp(file, '--data', left)).toEqual([0, expect.stringMatching(/^Saved/)]);
  const again = await start(unpacked(file, 'again'));
  expect(again.key).toBe(server.key);
  await again.close();
  const nowhere = join(folder, 'nowhere');
  expect(await backUp(file, '--data', nowhere)).toEqual([
    1,
    `${nowhere} is not a data directory of Quizcast. Name it: --data DIR`,
  ]);
});
