// The file that people download, as they start it: nothing beside it, nothing on the path.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostRoom, joinRoom } from '../support/clients.ts';
import { connectClient } from '../support/protocol-client.ts';
import { sharedBrowser } from '../support/shared.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'quizcast-file-'));
const home = join(folder, 'home');
const program = join(folder, 'quizcast');
const env = { HOME: home, PATH: '' };
const system = `linux-${process.arch}`;
const started: ChildProcess[] = [];

beforeAll(() => {
  const out = join(folder, 'out');
  execFileSync(process.execPath, ['package/main.ts', '--for', system, '--no-archive', '--out', out], {
    cwd: ROOT,
    stdio: 'ignore',
  });
  mkdirSync(home);
  copyFileSync(join(out, system, 'quizcast'), program);
});
afterAll(() => {
  for (const one of started) one.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function start() {
  const server = spawn(program, ['--port', '0'], { cwd: folder, env });
  started.push(server);
  let said = '';
  server.stdout.on('data', (text) => {
    said += text;
  });
  await expect.poll(() => said).toContain('Ctrl-C');
  const [link = '', port, key = ''] = /http:\/\/localhost:(\d+)\/host#([\w-]{22})/.exec(said) ?? [];
  const ended = new Promise((resolve) => server.once('exit', (code, signal) => resolve(code ?? signal)));
  return { server, link, socket: `ws://127.0.0.1:${port}/socket`, key, ended };
}

test.runIf(process.platform === 'linux')('it says what it is, plays, survives kill -9, and stops', async () => {
  expect(execFileSync(program, ['--version'], { env, encoding: 'utf8' })).toMatch(/^Quizcast \S+, commit \S+, protocol \d+\n$/);
  expect(execFileSync(program, ['--licences'], { env, encoding: 'utf8' })).toContain('Node.js is licensed for use as follows');

  const first = await start();
  const host = await hostRoom(await connectClient(first.socket), first.key, { quiz: 'general-knowledge' });
  const bots = await Promise.all(['Ann', 'Bo'].map((name) => joinRoom(first.socket, host.pin, name)));
  await host.move('start');
  await host.opened();
  for (const bot of bots) await bot.answer('1');
  const page = await (await sharedBrowser()).newPage();
  await page.goto(first.link);
  await page.getByText('A bit of everything').first().waitFor();
  await page.close();
  first.server.kill('SIGKILL');
  expect(await first.ended).toBe('SIGKILL');

  const again = await start();
  expect(again.key).toBe(first.key);
  expect(readFileSync(join(home, '.local/share/quizcast/host-link'), 'utf8').trim()).toBe(again.link);
  const back = await hostRoom(await connectClient(again.socket), again.key, { id: host.id });
  expect([back.pin, (await back.until('reveal')).players]).toEqual([host.pin, 2]);
  again.server.kill('SIGINT');
  expect(await again.ended).toBe(0);
});
