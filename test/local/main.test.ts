// The command line.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limitsFrom, refusedSentence } from '../../local/cli/limit-options.ts';
import { startError } from '../../local/cli/start-errors.ts';
import { OtherFormat } from '../../local/store/database.ts';
import { hostKey } from '../../local/store/host-key.ts';
import { openJournal } from '../../local/store/journal.ts';
import { hostRoom } from '../support/clients.ts';
import { connectClient } from '../support/protocol-client.ts';
import { QUICK } from './fixture.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'quizcast-'));
const busy = createServer();
let taken: number;
const servers: ChildProcess[] = [];

beforeAll(async () => {
  await new Promise<void>((resolve) => busy.listen(0, resolve));
  taken = (busy.address() as AddressInfo).port;
});
afterAll(() => {
  // Whatever a failed test left running.
  for (const server of servers) server.kill('SIGKILL');
  busy.close();
  rmSync(folder, { recursive: true });
});

const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['local/main.ts', '--data', join(folder, 'data'), ...args], { cwd: ROOT, encoding: 'utf8' });
const refusal = (...args: string[]) => {
  const { status, stdout, stderr } = run(...args);
  return { status, stdout, sentence: stderr.trim() };
};

test('--help lists the options', () => {
  const { status, stdout } = run('--help');
  expect(status).toBe(0);
  for (const option of ['--quiz', '--port', '--host', '--data', '--help']) expect(stdout).toContain(option);
  expect(stdout).toContain('--connections-per-address N  sockets of one address, open at once (6,000)');
});

test('--version says version, commit and protocol', () => {
  const { status, stdout } = run('--version');
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(/^Quizcast \d+\.\d+\.\d+, commit (unknown|[0-9a-f]+), protocol \d+\n$/),
  ]);
});

test.each(['none', '0', '1.5'])('not a limit: %j', (limit) => {
  expect(refusal('--joins-burst', limit)).toEqual({
    status: 1,
    stdout: '',
    sentence: `--joins-burst should be a whole number from 1 to 10000000, is "${limit}".`,
  });
});

test('every limit that is given reaches the gateway, and what is refused names the option that would let it through', () => {
  expect(limitsFrom({ 'joins-burst': '9000', 'handshake-ms': '500' })).toEqual({ joinsBurst: 9000, handshakeMs: 500 });
  expect(
    refusedSentence(
      new Map([
        ['connections', 1200],
        ['PINs', 3],
      ]),
    ),
  ).toBe('Refused: 1,200 connections (--connections-per-address), 3 PINs (--wrong-pins-per-minute).');
});

test('a taken port', () => {
  const sentence = `Port ${taken} is taken. Try another one: npm start -- --port ${taken + 1}`;
  expect(refusal('--port', String(taken))).toEqual({ status: 1, stdout: '', sentence });
});

test.each(['abc', '', '80 80', '-1', '70000', '0x50'])('not a port: %j', (port) => {
  expect(refusal(`--port=${port}`)).toEqual({
    status: 1,
    stdout: '',
    sentence: `--port should be a number from 0 to 65535, is "${port}".`,
  });
});

test('an option without its value', () => {
  expect(refusal('--port', '--host', 'localhost')).toEqual({
    status: 1,
    stdout: '',
    sentence: "Option '--port' argument is ambiguous. npm start -- --help lists the options.",
  });
});

test('an interface that this machine does not have', () => {
  // 192.0.2.0/24 is kept for examples: nobody has it.
  expect(refusal('--port', '0', '--host', '192.0.2.1')).toEqual({
    status: 1,
    stdout: '',
    sentence: 'This machine has no such interface. Leave --host out to listen on all.',
  });
});

test('an unknown option', () => {
  expect(refusal('--prot', '1')).toEqual({
    status: 1,
    stdout: '',
    sentence: "Unknown option '--prot'. npm start -- --help lists the options.",
  });
});

test('an address that cannot be the public one', () => {
  for (const address of [
    'quiz.example.org',
    'ftp://quiz.example.org',
    'https://quiz.example.org/?a=1',
    'https://quiz.example.org/#a',
  ])
    expect(refusal('--url', address).sentence).toBe(
      `--url should be the address of the pages, such as https://quiz.example.org/quiz, is "${address}".`,
    );
});

test('a quiz file that is not there, is no JSON, or has faults: each with its place', () => {
  const missing = join(folder, 'missing.json');
  expect(refusal('--quiz', missing).sentence).toBe(`There is no quiz file ${missing}.`);
  // The engine's words quote the file: still one line.
  const text = file('text.json', '{\n  "title": Half a quiz\n}\n');
  expect(refusal('--quiz', text).sentence).toMatch(new RegExp(`^${text} is not JSON: .+\\.$`));
  const faulty = file(
    'faulty.json',
    JSON.stringify({ title: 'T', language: 'en', questions: [{ kind: 'true-false', text: 'A?', right: 1, seconds: 1 }] }),
  );
  expect(refusal('--quiz', faulty)).toEqual({
    status: 1,
    stdout: '',
    sentence: [
      `${faulty} cannot be used:`,
      '  question 1, seconds: should be a whole number from 5 to 240, is 1',
      '  question 1, right: should be true or false, is 1',
    ].join('\n'),
  });
});

test('a picture that is not beside the quiz', () => {
  const [question] = QUICK.quiz.questions;
  const quiz = { ...QUICK.quiz, questions: [{ ...question, picture: { file: 'nowhere.png', alt: 'Nothing' } }] };
  const pictured = file('pictured.json', JSON.stringify(quiz));
  expect(refusal('--quiz', pictured).sentence).toBe(
    `${pictured} cannot be used:\n  question 1, picture file: should be a file that can be read, is "nowhere.png"`,
  );
});

test('an old Node is told what to do', () => {
  const script = `Object.defineProperty(process, 'versions', { value: { node: '20.1.0' } }); await import('./local/cli/node-version.js');`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr.trim()).toMatch(/^Quizcast needs Node 24 or newer, and this is v.+\. Install a newer one .+\.$/);
});

/** A running server, by what it prints. */
async function running(
  data: string,
): Promise<{ server: ChildProcess; port: number; key: string; said: () => string; ended: Promise<number | null> }> {
  const quiz = file('quick.json', JSON.stringify(QUICK.quiz));
  const server = spawn(process.execPath, ['local/main.ts', '--port', '0', '--data', data, '--quiz', quiz], { cwd: ROOT });
  servers.push(server);
  let said = '';
  server.stdout!.on('data', (text) => {
    said += text;
  });
  await expect.poll(() => said, { timeout: 240_000 }).toContain('Ctrl-C');
  const [, port, key] = /localhost:(\d+)\/host#([\w-]{22})/.exec(said)!;
  return {
    server,
    port: Number(port),
    key: key!,
    said: () => said,
    ended: new Promise((resolve) => server.once('exit', resolve)),
  };
}

test('it prints the addresses for host and players; SIGTERM stops it, and its rooms are there the next time', {
  timeout: 240_000,
}, async () => {
  const data = join(folder, 'kept');
  const first = await running(data);
  expect(first.said()).toContain('Quizcast');
  expect(first.said()).toMatch(/Players\s+.*http:\/\/[\d.a-z]+:\d+\//);
  expect(first.said()).toMatch(/[▀▄█]{10}/);
  const line = await connectClient(`ws://127.0.0.1:${first.port}/socket`);
  const game = await hostRoom(line, first.key, { quiz: 'quick' });

  const second = refusal('--port', '0', '--data', data);
  expect(second).toEqual({
    status: 1,
    stdout: '',
    sentence: `Another Quizcast is using ${data}. Stop it, or give this one its own: npm start -- --data another-folder`,
  });

  first.server.kill('SIGTERM');
  expect([await first.ended, await line.closed]).toEqual([0, 1001]);
  expect(first.said()).toContain('Stopped.');

  const again = await running(data);
  expect(again.key).toBe(first.key);
  expect(readFileSync(join(data, 'host-key'), 'utf8').trim()).toBe(first.key);
  const back = await connectClient(`ws://127.0.0.1:${again.port}/socket`);
  const { rooms, quizzes } = await back.ask('shelf', 'shelf', { key: again.key });
  expect(rooms.map(({ pin, title, phase }) => [pin, title, phase])).toEqual([[game.pin, 'Quick', 'lobby']]);
  expect(quizzes.map(({ id }) => id)).toContain('quick');
  // As when its terminal is closed.
  again.server.kill('SIGHUP');
  expect(await again.ended).toBe(0);
});

describe('a data directory that cannot be used is left as it is, and told in a sentence', () => {
  const DATABASE = 'quizcast.sqlite';
  /** Of a server that has run, and then one of its files was spoilt. */
  function spoilt(name: string, of: string, content: string | Buffer) {
    const data = join(folder, name);
    openJournal(data, () => {}).close();
    hostKey(data);
    writeFileSync(join(data, of), content);
    return data;
  }
  const sentenceOf = (data: string) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['local/main.ts', '--port', '0', '--data', data], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    return [status, stdout, stderr.trim()];
  };

  test('a file', () => {
    const data = file('a-file', 'mine');
    const sentence = `${data} is a file. Rooms are kept in a folder: npm start -- --data another-folder`;
    expect(sentenceOf(data)).toEqual([1, '', sentence]);
    expect(sentenceOf(join(data, 'in'))).toEqual([1, '', expect.stringContaining('is inside a file')]);
    expect(readFileSync(data, 'utf8')).toBe('mine');
  });

  test.each([
    ['damaged', Buffer.alloc(12_288, 'no database')],
    ['emptied', ''],
  ])('a database that is %s', (how, content) => {
    const data = spoilt(how, DATABASE, content);
    const [status, stdout, sentence] = sentenceOf(data);
    expect([status, stdout]).toEqual([1, '']);
    expect(sentence).toMatch(new RegExp(`^The database in ${data} .*${how}.* Put a copy back, or .*$`));
    expect(readFileSync(join(data, DATABASE))).toEqual(Buffer.from(content));
  });

  test.each(['', 'short', 'x'.repeat(23), '#'.repeat(22)])('a damaged host key: %j', (key) => {
    const data = spoilt(`key-${key.length}-${key[0] === '#'}`, 'host-key', key);
    expect(sentenceOf(data)).toEqual([
      1,
      '',
      expect.stringMatching(/^The host key .* is damaged\. Put a copy back, or delete it/),
    ]);
    expect(readFileSync(join(data, 'host-key'), 'utf8')).toBe(key);
  });

  test('a disk that is full, fails, or is read only', () => {
    const failed = (errcode: number) =>
      startError(Object.assign(new Error('no'), { errcode }), { command: 'npm start --', port: 1, data: 'D' });
    expect([13, 8, 10, 266, 14].map((code) => failed(code).split('.')[0])).toEqual([
      'The disk with D is full',
      'D cannot be written to',
      'The disk with D fails',
      'The disk with D fails',
      'The database in D cannot be opened',
    ]);
    expect(startError(new OtherFormat(), { command: 'npm start --', port: 1, data: 'D' })).toMatch(
      /^The rooms in D are of another version of Quizcast/,
    );
    expect(
      startError(Object.assign(new Error('no'), { code: 'EROFS' }), { command: 'npm start --', port: 1, data: 'D' }),
    ).toMatch(/^D is on a disk that/);
  });

  test('is readable by its owner only', () => {
    const data = join(folder, 'owned');
    openJournal(data, () => {}).close();
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect([mode(data), mode(join(data, DATABASE))]).toEqual(['700', '600']);
  });
});
