// A host brings a picture to a server that is running.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { UploadForm } from '../../../game/wire/server-frames.ts';
import { startServer } from '../../../local/server.ts';
import { bodyOf, post } from '../../contracts/media.ts';
import { hostRoom } from '../../support/clients.ts';
import { sample, wantedFor } from '../../support/media-samples.ts';
import { connectClient } from '../../support/protocol-client.ts';
import { fixture } from '../fixture.ts';

const PICTURE = sample('image/webp', 40_000);
const asked = { hash: createHash('sha256').update(PICTURE).digest('hex'), media: 'image/webp', size: PICTURE.length };

async function opened(more: Parameters<typeof fixture>[0] = {}) {
  const here = await fixture(more);
  onTestFinished(() => here.close());
  const line = await connectClient(here.url);
  const ticket = () => line.ask('ticket', 'ticket', { ...asked, key: here.key });
  return { here, line, ticket, pages: here.url.replace('ws', 'http').replace('socket', '') };
}

const head = ({ fields }: UploadForm) => {
  const { before, after, type } = bodyOf(fields);
  const length = before.length + PICTURE.length + after.length;
  return `POST /media HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n${before}`;
};

test('a picture is brought, is there for everybody, and needs no second upload', async () => {
  const { ticket, pages } = await opened();
  const { file, upload } = await ticket();
  const form = new FormData();
  for (const [name, value] of Object.entries(upload!.fields)) form.append(name, value);
  form.append('file', new Blob([PICTURE]));
  expect((await fetch(new URL(upload!.url, pages), { method: 'POST', body: form })).status).toBe(204);
  const again = await ticket();
  expect([again.file, again.upload]).toEqual([file, undefined]);
  const reply = await fetch(`${pages}media/${file}`);
  expect([reply.status, Buffer.from(await reply.arrayBuffer())]).toEqual([200, PICTURE]);
});

test('two days later a picture is there that a question names, finished or not, and none that nobody names', async () => {
  const data = mkdtempSync(join(tmpdir(), 'quizcast-'));
  onTestFinished(() => rmSync(data, { recursive: true }));
  const start = (now: () => number) =>
    startServer({ port: 0, data, pages: data, quizzes: [], onFault: (error) => expect.fail(String(error)), now });
  const today = await start(Date.now);
  const line = await connectClient(`ws://127.0.0.1:${today.port}/socket`);
  const names: string[] = [];
  for (let n = 0; n < 2; n++) {
    const bytes = sample('image/png');
    const { file, type: media, size } = wantedFor(bytes, 'image/png');
    const { upload } = await line.ask('ticket', 'ticket', { key: today.key, hash: file.slice(0, 64), media, size });
    await post(upload!, bytes, { origin: `http://127.0.0.1:${today.port}/` });
    names.push(file);
  }
  const [named = '', other = ''] = names;
  await line.ask('saved', 'saveQuiz', { key: today.key, quiz: 'own', version: 1, title: 'Own', language: 'en', order: ['q'] });
  const draft = { picture: { file: named, alt: '' } };
  await line.ask('saved', 'saveQuestion', { key: today.key, quiz: 'own', question: 'q', version: 1, draft });
  line.close();
  await today.close();
  const later = await start(() => Date.now() + 2 * 86_400_000);
  const status = async (file: string) => (await fetch(`http://127.0.0.1:${later.port}/media/${file}`)).status;
  expect([await status(named), await status(other)]).toEqual([200, 404]);
  await later.close();
});

test('an upload that stands still is ended, and a game beside it goes on', async () => {
  const { here, line, ticket } = await opened({ limits: { handshakeMs: 500 } });
  const { upload } = await ticket();
  const socket = connect(here.server.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(head(upload!));
  socket.write(PICTURE.subarray(0, 1000));
  const game = await hostRoom(line, here.key, { quiz: 'quick' });
  await once(socket, 'close');
  expect((await game.look()).stage?.players).toBe(0);
  expect((await ticket()).upload).toBeDefined();
});

test('an upload may take longer than a handshake, as long as something comes', async () => {
  const { here, ticket } = await opened({ limits: { handshakeMs: 500 } });
  const { upload } = await ticket();
  const socket = connect(here.server.port, '127.0.0.1');
  socket.write(head(upload!));
  const step = Math.ceil(PICTURE.length / 12);
  for (let sent = 0; sent < PICTURE.length; sent += step) {
    socket.write(PICTURE.subarray(sent, sent + step));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  socket.write(bodyOf(upload!.fields).after);
  expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1.1 204 /);
  socket.destroy();
  expect((await ticket()).upload).toBeUndefined();
});

test.each(['GET /media HTTP/1.1', 'POST /media/x HTTP/1.1', 'PUT /media HTTP/1.1', 'POST / HTTP/1.1'])(
  '%s with a body is answered at once and hung up on',
  async (line) => {
    const { here } = await opened();
    const socket = connect(here.server.port, '127.0.0.1');
    const replies: string[] = [];
    socket.on('data', (data) => replies.push(String(data))).on('error', () => {});
    socket.write(`${line}\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nx`);
    await once(socket, 'close');
    expect(replies.join('')).toMatch(/^HTTP\/1.1 40[45] /);
  },
);
