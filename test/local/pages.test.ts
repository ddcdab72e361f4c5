import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../../local/server.ts';
import { hostRoom } from '../support/clients.ts';
import { connectClient } from '../support/protocol-client.ts';
import { tone } from '../support/tone.ts';
import { type Fixture, fixture, QUICK } from './fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'quizcast-'));
const pages = join(folder, 'pages');
const picture = join(folder, 'fox.svg');
const withPicture = {
  id: 'fox',
  quiz: { ...QUICK.quiz, questions: [{ ...QUICK.quiz.questions[0]!, picture: { file: 'abc.png', alt: 'A fox' } }] },
  media: new Map([['abc.png', picture]]),
};
let here: Fixture;
let at: string;

beforeAll(async () => {
  mkdirSync(pages);
  for (const name of ['host.html', 'player.html', 'app-0123ABCD.js', 'icon-0123ABCD.svg'])
    writeFileSync(join(pages, name), `This is ${name}`);
  writeFileSync(picture, 'a picture');
  here = await fixture({ pages, quizzes: [withPicture] });
  at = `http://127.0.0.1:${here.server.port}`;
});
afterAll(async () => {
  await here.close();
  rmSync(folder, { recursive: true });
});

async function got(path: string, headers: Record<string, string> = {}) {
  const reply = await fetch(at + path, { headers });
  return [reply.status, await reply.text()];
}

test('a page is found by every spelling of its address', async () => {
  for (const path of ['/', '/123456', '/123456/', '/123%20456', '/123-456', '/١٢٣٤٥٦', '/player.html', '/?utm_source=mail'])
    expect([path, ...(await got(path))]).toEqual([path, 200, 'This is player.html']);
  for (const path of ['/host', '/host/', '/Host', '/HOST/', '/host.html'])
    expect([path, ...(await got(path))]).toEqual([path, 200, 'This is host.html']);
  for (const path of ['/hosts', '/%', '/..%2fpackage.json', '/abc', '/pictures/', '/pictures/none.png'])
    expect([path, ...(await got(path))]).toEqual([path, 404, 'There is nothing here. Quizcast is at /']);
});

test('a range is answered with the whole file, whatever it asks for', async () => {
  for (const range of ['bytes=9-1', 'bytes=0-18446744073709551615', 'bytes=0-0', 'bytes=-5', 'bytes=0-1,3-4', 'chars=1-2'])
    expect([range, ...(await got('/app-0123ABCD.js', { Range: range }))]).toEqual([range, 200, 'This is app-0123ABCD.js']);
  expect((await fetch(`${at}/`)).headers.get('accept-ranges')).toBe('none');
});

test('what is named after its content is kept for ever, a page is asked for again, and is sent only when it changed', async () => {
  const said = async (path: string) => {
    const { headers } = await fetch(at + path);
    return [headers.get('cache-control'), headers.get('content-type')];
  };
  const forEver = 'public, max-age=31536000, immutable';
  expect(await said('/app-0123ABCD.js')).toEqual([forEver, 'text/javascript; charset=utf-8']);
  expect(await said('/icon-0123ABCD.svg')).toEqual([forEver, 'image/svg+xml']);
  expect(await said('/pictures/abc.png')).toEqual([forEver, 'image/png']);
  for (const path of ['/', '/host/', '/player.html', '/123456/'])
    expect(await said(path)).toEqual(['no-cache', 'text/html; charset=utf-8']);
  const tag = (await fetch(`${at}/host`)).headers.get('etag')!;
  const again = await fetch(`${at}/host`, { headers: { 'If-None-Match': `"other", W/${tag}` } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('HEAD returns the length of the file', async () => {
  const reply = await fetch(`${at}/host`, { method: 'HEAD' });
  expect([reply.status, reply.headers.get('content-length'), await reply.text()]).toEqual([200, '17', '']);
  expect((await fetch(`${at}/host`, { method: 'DELETE' })).status).toBe(405);
});

test('pages and pictures that are removed while the server runs are there as before', async () => {
  rmSync(join(pages, 'app-0123ABCD.js'));
  rmSync(picture);
  expect(await got('/app-0123ABCD.js')).toEqual([200, 'This is app-0123ABCD.js']);
  expect(await got('/pictures/abc.png')).toEqual([200, 'a picture']);
  writeFileSync(join(pages, 'app-0123ABCD.js'), 'This is app-0123ABCD.js');
  writeFileSync(picture, 'a picture');
});

test('a room keeps its pictures when the server restarts without its quiz; without a room they are deleted', async () => {
  const data = join(folder, 'data');
  const onFault = (error: unknown) => expect.fail(String(error));
  const start = (quizzes: (typeof withPicture)[]) => startServer({ port: 0, data, pages, quizzes, onFault });
  const pictureOf = async (port: number) => (await fetch(`http://127.0.0.1:${port}/pictures/abc.png`)).status;

  const unused = await start([withPicture]);
  await unused.close();
  const none = await start([]);
  expect(await pictureOf(none.port)).toBe(404);
  await none.close();

  const opening = await start([withPicture]);
  const host = await hostRoom(await connectClient(`ws://127.0.0.1:${opening.port}/socket`), opening.key, { quiz: 'fox' });
  host.line.close();
  await opening.close();
  const later = await start([]);
  expect(await pictureOf(later.port)).toBe(200);
  await later.close();
});

test('a sound of a quiz file is served in ranges, also when file and quiz are gone', async () => {
  const data = join(folder, 'sounding');
  const sound = join(folder, 'fox.wav');
  writeFileSync(sound, tone());
  const withSound = {
    id: 'fox',
    quiz: { ...QUICK.quiz, questions: [{ ...QUICK.quiz.questions[0]!, sound: { file: 'abc.wav', alt: 'A fox' } }] },
    media: new Map([['abc.wav', sound]]),
  };
  const start = (quizzes: (typeof withSound)[]) =>
    startServer({ port: 0, data, pages, quizzes, onFault: (error) => expect.fail(String(error)) });
  const first = await start([withSound]);
  const host = await hostRoom(await connectClient(`ws://127.0.0.1:${first.port}/socket`), first.key, { quiz: 'fox' });
  host.line.close();
  await first.close();
  rmSync(sound);
  const later = await start([]);
  const part = await fetch(`http://127.0.0.1:${later.port}/pictures/abc.wav`, { headers: { Range: 'bytes=0-3' } });
  const { status, headers } = part;
  expect([status, await part.text(), headers.get('Content-Type'), headers.get('X-Content-Type-Options')]).toEqual([
    206,
    'RIFF',
    'audio/wav',
    'nosniff',
  ]);
  await later.close();
});

test('a copy of a quiz keeps its pictures when the server restarts without the quiz', async () => {
  const data = join(folder, 'copied');
  const onFault = (error: unknown) => expect.fail(String(error));
  const first = await startServer({ port: 0, data, pages, quizzes: [withPicture], onFault });
  const line = await connectClient(`ws://127.0.0.1:${first.port}/socket`);
  await line.ask('saved', 'copyQuiz', { key: first.key, quiz: 'copy', from: 'fox', sample: true, title: 'A copy' });
  line.close();
  await first.close();
  const later = await startServer({ port: 0, data, pages, quizzes: [], onFault });
  expect((await fetch(`http://127.0.0.1:${later.port}/pictures/abc.png`)).status).toBe(200);
  await later.close();
});
