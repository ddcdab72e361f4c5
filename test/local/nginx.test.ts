// The recipe of docs/proxy.md, with nginx itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { trustProxies } from '../../local/gateway/client-address.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { token } from '../support/clients.ts';
import { freePort } from '../support/free-port.ts';
import { connectClient } from '../support/protocol-client.ts';
import { fixture } from './fixture.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NAME = 'quiz.example.org';
/** Debian's is not on everybody's path. */
const NGINX = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  .map((folder) => join(folder, 'nginx'))
  .find((path) => existsSync(path));

const recipe = readFileSync(join(ROOT, 'docs/proxy.md'), 'utf8').match(/```nginx\n(map[\s\S]*?)```/)?.[1] ?? '';
const location = /location \/ \{[\s\S]*?\n {2}\}/;

/** @param ours the server’s port */
async function startNginx(ours: number, change: (recipe: string) => string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'quizcast-nginx-'));
  mkdirSync(join(folder, 'logs'));
  const port = await freePort();
  // No certificate here: plain http on another port.
  const server = change(recipe)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/ssl_certificate.*;/g, '')
    .replaceAll('127.0.0.1:4000', `127.0.0.1:${ours}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((of) => `${of}_temp_path ${folder}/${of};`)
    .join(' ');
  const whole = `daemon off; pid ${folder}/pid; error_log stderr; worker_processes 1; events {} http { access_log off; ${temporary}\n${server} }`;
  writeFileSync(join(folder, 'nginx.conf'), whole);
  const nginx = spawn(NGINX ?? '', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const complaints = text(nginx.stderr);
  onTestFinished(async () => {
    nginx.kill();
    await once(nginx, 'exit');
    rmSync(folder, { recursive: true });
  });
  const ended = once(nginx, 'exit').then(async () => expect.fail(await complaints));
  ended.catch(() => {});
  const listens = expect
    .poll(
      () =>
        page(port, '/').then(
          () => true,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
  await Promise.race([listens, ended]);
  return port;
}

async function page(port: number, path: string): Promise<{ status: number | undefined; body: string }> {
  const request = get({ port, host: '127.0.0.1', path, headers: { Host: NAME } });
  const [response] = await once(request, 'response');
  return { status: response.statusCode, body: await text(response) };
}

/** From an address of its own, as browsers of one address do. */
const socket = (port: number, path: string, from: string, origin = `https://${NAME}`) =>
  new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: { Host: NAME }, origin, localAddress: from });

const RECIPES = [
  { folder: '', change: (recipe: string) => recipe },
  { folder: '/quiz', change: (recipe: string) => recipe.replace('location / {', 'location /quiz/ {') },
  {
    folder: '/stripped',
    change: (recipe: string) =>
      recipe.replace(location, (all) => all.replace('location /', 'location /stripped/').replace(':4000;', ':4000/;')),
  },
];

test.skipIf(!NGINX).each(RECIPES)(
  'a game plays behind the nginx recipe at https://quiz.example.org$folder',
  async ({ folder, change }) => {
    const foreign: string[] = [];
    const here = await fixture({
      pages: join(ROOT, 'dist'),
      quizzes: [readQuizFile(join(ROOT, 'quizzes/flags-and-shapes.json'))],
      url: new URL(`https://${NAME}${folder}`),
      proxies: trustProxies(['loopback']),
      limits: { joinsBurst: 1, joinsPerSecond: 0.001 },
      onForeignOrigin: (origin) => foreign.push(origin),
    });
    onTestFinished(here.close);
    const port = await startNginx(here.server.port, change);
    const found = (path: string) => page(port, `${folder}${path}`);

    const html = (await found('/482915')).body;
    const [script = ''] = /player-\w+\.js/.exec(html) ?? [];
    const host = await connectClient('', { socket: socket(port, `${folder}/socket`, '127.0.0.1') });
    const { quizzes, join: address } = await host.ask('shelf', 'shelf', { key: here.key });
    expect(address).toBe(`${NAME}${folder}`);
    const paths = [`/${script}`, '/host', `/pictures/${quizzes[0]?.picture?.file}`, '/nothing'];
    expect(await Promise.all(paths.map(async (path) => (await found(path)).status))).toEqual([200, 200, 200, 404]);

    const { id, room } = await host.ask('stage', 'open', { key: here.key, quiz: quizzes[0]!.id });
    const joining = { pin: room!.pin, secret: token(), name: 'Ann', seat: token() };
    const ann = await connectClient('', { socket: socket(port, `${folder}/socket`, '127.0.0.2') });
    const { you } = await ann.ask('view', 'join', joining);
    // Joins are counted by the address in front of the proxy.
    ann.sendRaw(JSON.stringify({ action: 'join', id: 'again', ...joining, name: 'Bo', seat: token() }));
    await expect.poll(() => ann.received.at(-1)).toContain('Too Many Requests');
    const bo = await connectClient('', { socket: socket(port, `${folder}/socket`, '127.0.0.3') });
    await bo.ask('view', 'join', { ...joining, name: 'Bo', seat: token() });

    await host.ask('stage', 'move', { key: here.key, room: id, version: room!.version, move: 'start' });
    await ann.waitFor('view', (view) => view.room?.phase === 'question');
    await ann.ask('answered', 'answer', { seat: you!.address, secret: joining.secret, turn: 0, answer: '1' });

    const stranger = socket(port, `${folder}/socket`, '127.0.0.4', 'https://elsewhere.example');
    const [, refused] = await once(stranger, 'unexpected-response');
    expect([refused.statusCode, foreign]).toEqual([403, ['https://elsewhere.example']]);
    for (const line of [host, ann, bo]) line.close();
  },
);
