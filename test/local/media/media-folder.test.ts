import { once } from 'node:events';
import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { UNNAMED_MS } from '../../../game/media/media-file.ts';
import type { UploadForm } from '../../../game/wire/server-frames.ts';
import { bodyOf, bring, formFor, mediaContract, post, ROOM } from '../../contracts/media.ts';
import { id } from '../../contracts/store.ts';
import { sample, wantedFor } from '../../support/media-samples.ts';
import { type MediaServer, mediaServer } from './media-server.ts';

mediaContract('the disk', () => mediaServer({ hostBytes: ROOM }));

async function opened(options: Parameters<typeof mediaServer>[0] = {}) {
  const here = await mediaServer(options);
  onTestFinished(() => here.close());
  return here;
}

test('a part of a file is served as asked for, and what no file has is not', async () => {
  const here = await opened();
  const bytes = sample('video/webm', 5000);
  await bring(here, id(), bytes, 'video/webm');
  const { file } = wantedFor(bytes, 'video/webm');
  const part = async (Range: string) => {
    const reply = await here.get(file, { Range });
    const body = Buffer.from(await reply.arrayBuffer());
    return [reply.status, reply.headers.get('content-range'), reply.status === 206 ? body : body.length];
  };
  expect(await part('bytes=0-0')).toEqual([206, 'bytes 0-0/5000', bytes.subarray(0, 1)]);
  expect(await part('bytes=4000-')).toEqual([206, 'bytes 4000-4999/5000', bytes.subarray(4000)]);
  expect(await part('bytes=-10')).toEqual([206, 'bytes 4990-4999/5000', bytes.subarray(4990)]);
  expect(await part('bytes=10-99999')).toEqual([206, 'bytes 10-4999/5000', bytes.subarray(10)]);
  expect(await part('bytes=5000-')).toEqual([416, 'bytes */5000', 0]);
  for (const whole of ['bytes=9-1', 'bytes=0-1,3-4', 'chars=1-2'])
    expect((await part(whole)).at(0)).toSatisfy((status) => status === 200 || status === 416);
  const { headers } = await here.get(file);
  expect([headers.get('accept-ranges'), headers.get('content-length'), headers.get('etag')]).toEqual([
    'bytes',
    '5000',
    `"${file}"`,
  ]);
  // `fetch` would ask past every cache.
  const known = request(`${here.origin}media/${file}`, { headers: { 'If-None-Match': `"${file}"` } }).end();
  expect((await once(known, 'response'))[0].statusCode).toBe(304);
});

test('a file may do nothing but be shown', async () => {
  const here = await opened();
  const bytes = sample('image/png');
  await bring(here, id(), bytes, 'image/png');
  const { headers } = await here.get(wantedFor(bytes, 'image/png').file);
  expect([headers.get('x-content-type-options'), headers.get('content-security-policy'), headers.get('content-type')]).toEqual([
    'nosniff',
    "default-src 'none'; frame-ancestors 'none'; sandbox",
    'image/png',
  ]);
});

test('what no quiz has named for a day is removed, what one names stays', async () => {
  const here = await opened();
  const [named, other] = [sample('image/png'), sample('image/png')];
  const [kept, gone] = [wantedFor(named, 'image/png').file, wantedFor(other, 'image/png').file];
  for (const bytes of [named, other]) await bring(here, id(), bytes, 'image/png');
  here.media.sweep(new Set([kept]));
  expect(await here.files()).toEqual([kept, gone].sort());
  here.ahead(UNNAMED_MS + 1000);
  here.media.sweep(new Set([kept]));
  expect(await here.files()).toEqual([kept]);
  expect(await here.media.keep(id(), [kept, gone])).toEqual([gone]);
  // Not named any more, but until just now.
  here.media.sweep(new Set());
  expect(await here.files()).toEqual([kept]);
});

test('a server that starts anew has every whole file, counts it for its host, and clears what was under way', async () => {
  const here = await opened({ hostBytes: ROOM });
  const host = id();
  const bytes = sample('audio/mpeg', 0.6 * ROOM);
  await bring(here, host, bytes, 'audio/mpeg');
  const { file } = wantedFor(bytes, 'audio/mpeg');
  writeFileSync(join(here.folder, 'incoming', 'half'), 'half');
  const again = here.reopened();
  expect(await here.files()).toEqual([file]);
  expect(await again.keep(host, [file])).toEqual([]);
  const more = wantedFor(sample('audio/mpeg', 0.6 * ROOM), 'audio/mpeg');
  expect(await again.ticket(host, more)).toEqual({ refused: 'mediaFull' });
});

test('a hundred uploads at once take a small part of their size in memory', async () => {
  const here = await opened();
  // One rest for all, which no sender copies.
  const rest = Buffer.alloc(2_000_000);
  const firsts = Array.from({ length: 100 }, () => sample('audio/wav', 100));
  const forms = await Promise.all(firsts.map((first) => formFor(here, id(), Buffer.concat([first, rest]), 'audio/wav')));
  const held = () => process.memoryUsage().heapUsed + process.memoryUsage().external;
  const before = held();
  let most = before;
  const watching = setInterval(() => {
    most = Math.max(most, held());
  }, 5);
  const statuses = await Promise.all(forms.map((form, i) => sentInParts(here, form, firsts[i]!, rest)));
  clearInterval(watching);
  expect(new Set(statuses)).toEqual(new Set([204]));
  expect((await here.files()).length).toBe(100);
  expect(most - before).toBeLessThan(100_000_000);
});

async function sentInParts(
  { origin }: MediaServer,
  { url, fields }: UploadForm,
  ...parts: Buffer[]
): Promise<number | undefined> {
  const { before, after, type } = bodyOf(fields);
  const size = parts.reduce((sum, { length }) => sum + length, before.length + after.length);
  const sending = request(new URL(url, origin), { method: 'POST', headers: { 'Content-Type': type, 'Content-Length': size } });
  for (const part of [before, ...parts, after]) sending.write(part);
  sending.end();
  const [reply] = await once(sending, 'response');
  reply.resume();
  return reply.statusCode;
}

test.each([
  ['no form', 'text/plain', 'hello', /^HTTP\/1.1 400 /],
  [
    'a form without a file',
    'multipart/form-data; boundary=cut',
    '--cut\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--cut--\r\n',
    /^HTTP\/1.1 400 /,
  ],
  [
    'a form that ends in the middle',
    'multipart/form-data; boundary=cut',
    '--cut\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
    /^HTTP\/1.1 400 /,
  ],
  [
    'a file that ends in the middle',
    'multipart/form-data; boundary=cut',
    '--cut\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nb',
    /^HTTP\/1.1 40[03] /,
  ],
  ['an empty boundary', 'multipart/form-data; boundary=', 'x', /^HTTP\/1.1 400 /],
])('%s is refused', async (_, type, body, reply) => {
  const here = await opened();
  const socket = connect(Number(new URL(here.origin).port), '127.0.0.1');
  socket.write(
    `POST /media HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
  expect(await text(socket)).toMatch(reply);
  expect(await here.files()).toEqual([]);
});

test('a disk that cannot take a file is told, and takes the next one', async () => {
  const faults: unknown[] = [];
  const here = await opened({ onFault: (error) => faults.push(error) });
  const bytes = sample('image/png');
  const form = await formFor(here, id(), bytes, 'image/png');
  const incoming = join(here.folder, 'incoming');
  rmdirSync(incoming);
  expect(await post(form, bytes, here)).toBe(500);
  expect(faults).toEqual([expect.objectContaining({ code: 'ENOENT' })]);
  mkdirSync(incoming);
  expect(await post(form, bytes, here)).toBe(204);
});

test('a form that does not come to its file is given up', async () => {
  const here = await opened({ formMs: 50 });
  const socket = connect(Number(new URL(here.origin).port), '127.0.0.1');
  socket.write(
    'POST /media HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: 1000\r\n\r\n--cut\r\n',
  );
  expect(await text(socket)).toMatch(/^HTTP\/1.1 408 /);
});
