// The file that people download, as they start it: nothing beside it, nothing on the path.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NtExecutable, NtExecutableResource } from 'resedit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FUSE, RCDATA, RESOURCE, windowsExecutable } from '../../package/windows-executable.ts';
import { hostRoom, joinRoom } from '../support/clients.ts';
import { connectClient } from '../support/protocol-client.ts';
import { sharedBrowser } from '../support/shared.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'quizcast-file-'));
const home = join(folder, 'home');
const program = join(folder, 'quizcast');
const env = { HOME: home, PATH: '' };
const system = `linux-${process.arch}`;
const out = join(folder, 'out');
const started: ChildProcess[] = [];

interface Component {
  name: string;
  licenses?: { license?: { id?: string }; expression?: string }[];
}
const KNOWN = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'OFL-1.1', '0BSD'];

beforeAll(() => {
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
  // Started by a second double click.
  expect(execFileSync(program, [], { env, encoding: 'utf8' })).toContain(
    `Quizcast is running already. Its host page: ${first.link}`,
  );
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

test('what is in it is listed, each with a licence that is known', () => {
  const { components } = JSON.parse(readFileSync(join(out, 'quizcast.cdx.json'), 'utf8')) as { components: Component[] };
  const named = components.map(({ name, licenses = [] }) => [name, licenses.map((one) => one.license?.id ?? one.expression)]);
  expect(named.filter(([, ids]) => !ids?.length || !KNOWN.includes(String(ids)))).toEqual([]);
  expect(named.map(([name]) => name)).toEqual(expect.arrayContaining(['ws', 'valibot', 'preact', 'node']));
});

test('a program of Windows gets the resource and the mark by which Node finds it', () => {
  // Any real one; a Node has the mark already.
  const any = readFileSync(join(ROOT, 'node_modules/selenium-webdriver/bin/windows/selenium-manager.exe'));
  any.write(`${FUSE}:0`, any.length >> 1);
  const file = join(folder, 'quizcast.exe');
  windowsExecutable(any, Buffer.from('the program'), file, '1.2.3');
  const made = readFileSync(file);
  expect(made.includes(`${FUSE}:1`)).toBe(true);
  const { entries } = NtExecutableResource.from(NtExecutable.from(made, { ignoreCert: true }));
  const found = entries.filter(({ id }) => id === RESOURCE).map(({ type, bin }) => [type, Buffer.from(bin).toString()]);
  expect(found).toEqual([[RCDATA, 'the program']]);
});
