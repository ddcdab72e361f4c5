// What every store of pictures and sounds must do, by its port and by HTTP.
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MediaType, mediaFileName } from '../../game/media/media-file.ts';
import { refusal } from '../../game/refusals.ts';
import type { UploadForm } from '../../game/wire/server-frames.ts';
import type { MediaStore } from '../../lambdas/ports/media.ts';
import { sample, wantedFor } from '../support/media-samples.ts';
import { id } from './store.ts';

export interface MediaFixture {
  media: MediaStore;
  /** Of the pages. */
  origin: string;
  /** As a player's page gets it. */
  get(file: string, headers?: Record<string, string>): Promise<Response>;
  /** What judges tickets has a clock that is so much ahead, ms. */
  ahead(ms: number): void;
  /** Everything that lies somewhere, finished or not. */
  files(): Promise<string[]>;
  close(): Promise<void>;
}

/** Of one host in these tests, bytes. */
export const ROOM = 50_000;

export async function post(
  { url, fields }: UploadForm,
  bytes: Uint8Array<ArrayBuffer>,
  { origin }: Pick<MediaFixture, 'origin'>,
): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([bytes]), 'holiday ../.png');
  const reply = await fetch(new URL(url, origin), { method: 'POST', body: form });
  await reply.arrayBuffer();
  return reply.status;
}

export async function formFor(here: MediaFixture, host: string, bytes: Buffer, type: MediaType): Promise<UploadForm> {
  const form = await here.media.ticket(host, wantedFor(bytes, type));
  if (form === 'there' || 'refused' in form) throw new Error(JSON.stringify(form));
  return form;
}

/** Says that the file is posted, as a page does. */
export async function bring(here: MediaFixture, host: string, bytes: Buffer<ArrayBuffer>, type: MediaType) {
  const status = await post(await formFor(here, host, bytes, type), bytes, here);
  return [status, await here.media.ticket(host, wantedFor(bytes, type))];
}

const withFields = ({ url, fields }: UploadForm, change: Record<string, string>) => ({ url, fields: { ...fields, ...change } });

export function mediaContract(name: string, open: () => Promise<MediaFixture>): void {
  describe(`media: ${name}`, () => {
    let here: MediaFixture;
    beforeAll(async () => {
      here = await open();
    });
    afterAll(() => here.close());

    /** Neither served nor said to be there, and no part of it is left. */
    async function expectNothing(file: string) {
      expect(await here.media.keep(id(), [file])).toEqual([file]);
      const reply = await here.get(file);
      await reply.arrayBuffer();
      expect([403, 404]).toContain(reply.status);
    }

    test.each<MediaType>([
      'image/webp',
      'image/jpeg',
      'image/png',
      'audio/mpeg',
      'audio/mp4',
      'audio/ogg',
      'audio/wav',
      'video/mp4',
      'video/webm',
    ])('what was posted is there, as %s, and for ever', async (type) => {
      const bytes = sample(type);
      expect(await bring(here, id(), bytes, type)).toEqual([204, 'there']);
      const { file } = wantedFor(bytes, type);
      const reply = await here.get(file);
      expect(Buffer.from(await reply.arrayBuffer())).toEqual(bytes);
      expect([reply.status, reply.headers.get('content-type'), reply.headers.get('cache-control')]).toEqual([
        200,
        type,
        'public, max-age=31536000, immutable',
      ]);
      expect(await here.media.keep(id(), [file])).toEqual([]);
    });

    test('what is there need not be posted again, by nobody; a form of before changes nothing', async () => {
      const bytes = sample('image/png');
      const form = await formFor(here, id(), bytes, 'image/png');
      const other = await formFor(here, id(), bytes, 'image/png');
      expect(await post(form, bytes, here)).toBe(204);
      expect(await here.media.ticket(id(), wantedFor(bytes, 'image/png'))).toBe('there');
      expect(await post(other, bytes, here)).toBe(204);
      expect(await post(other, Buffer.alloc(1000), here)).toBe(400);
      const reply = await here.get(wantedFor(bytes, 'image/png').file);
      expect(Buffer.from(await reply.arrayBuffer())).toEqual(bytes);
    });

    test.each<[string, (bytes: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer>]>([
      ['another content', (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])])],
      ['more than was said', (bytes) => Buffer.concat([bytes, Buffer.alloc(1)])],
      ['less than was said', (bytes) => bytes.subarray(1)],
      ['nothing', () => Buffer.alloc(0)],
    ])('%s is refused, and leaves nothing', async (_, changed) => {
      const bytes = sample('image/jpeg');
      const form = await formFor(here, id(), bytes, 'image/jpeg');
      expect(await post(form, changed(bytes), here)).toBe(400);
      await expectNothing(wantedFor(bytes, 'image/jpeg').file);
    });

    test.each<[string, MediaType, Buffer<ArrayBuffer>]>([
      [
        'an SVG with a script',
        'image/png',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      ],
      ['a page', 'image/png', Buffer.from('<!doctype html><title>Hello</title>')],
      ['a sound', 'image/webp', sample('audio/wav')],
      ['a picture', 'video/mp4', sample('image/png')],
      ['what is too short to be anything', 'audio/mpeg', Buffer.from('I')],
    ])('%s under the name of %s never gets there', async (_, type, bytes) => {
      const host = id();
      const status = await post(await formFor(here, host, bytes, type), bytes, here);
      const again = await here.media.ticket(host, wantedFor(bytes, type));
      // Told where the first bytes are read: at the POST, or when the page says that it is done.
      if (status === 204) expect(again).toEqual(refusal('mediaWrong'));
      else expect([status, typeof again]).toEqual([400, 'object']);
      await expectNothing(wantedFor(bytes, type).file);
    });

    test.each<[string, (other: UploadForm) => Record<string, string>]>([
      [
        'another’s signature',
        ({ fields }) => Object.fromEntries(Object.entries(fields).filter(([name]) => /signature/i.test(name))),
      ],
      ['another’s policy', ({ fields }) => Object.fromEntries(Object.entries(fields).filter(([name]) => /policy/i.test(name)))],
      ['no policy', () => ({ policy: '', Policy: '' })],
    ])('a form with %s is refused', async (_, changes) => {
      const [bytes, others] = [sample('image/png'), sample('image/png')];
      const form = await formFor(here, id(), bytes, 'image/png');
      const other = await formFor(here, id(), others, 'image/png');
      expect(await post(withFields(form, changes(other)), bytes, here)).toBeGreaterThanOrEqual(400);
      await expectNothing(wantedFor(bytes, 'image/png').file);
    });

    test.each(['../player.html', '../../etc/passwd', 'media/x.png', 'player.html', `${'a'.repeat(64)}.html`])(
      'a form that was changed to write %s writes nothing there',
      async (key) => {
        const before = await here.files();
        const bytes = sample('image/png');
        const form = await formFor(here, id(), bytes, 'image/png');
        await post(withFields(form, { key }), bytes, here);
        const { file } = wantedFor(bytes, 'image/png');
        const more = (await here.files()).filter((one) => !before.includes(one));
        expect(more.filter((one) => !one.endsWith(file))).toEqual([]);
      },
    );

    test('a ticket is over after a quarter of an hour', async () => {
      const bytes = sample('image/png');
      const form = await formFor(here, id(), bytes, 'image/png');
      here.ahead(16 * 60_000);
      expect(await post(form, bytes, here)).toBe(403);
      here.ahead(14 * 60_000);
      expect(await post(form, bytes, here)).toBe(204);
      here.ahead(0);
    });

    test('each host has room for so much, and no more', async () => {
      const [host, other] = [id(), id()];
      const [first, second] = [sample('audio/ogg', 0.6 * ROOM), sample('audio/ogg', 0.6 * ROOM)];
      expect(await bring(here, host, first, 'audio/ogg')).toEqual([204, 'there']);
      expect(await here.media.ticket(host, wantedFor(second, 'audio/ogg'))).toEqual(refusal('mediaFull'));
      expect(await here.media.ticket(host, wantedFor(first, 'audio/ogg'))).toBe('there');
      expect(await bring(here, other, second, 'audio/ogg')).toEqual([204, 'there']);
      expect((await bring(here, host, sample('audio/ogg', 0.4 * ROOM), 'audio/ogg')).at(1)).toBe('there');
    });

    test('an upload that is cut off leaves nothing, and can be made again', async () => {
      const host = id();
      const bytes = sample('image/png', 40_000);
      const form = await formFor(here, host, bytes, 'image/png');
      const before = await here.files();
      for (const share of [0.1, 0.5, 0.99]) await cutOff(form, bytes, share, here);
      await expect.poll(() => here.files()).toEqual(before);
      await expectNothing(wantedFor(bytes, 'image/png').file);
      expect(await bring(here, host, bytes, 'image/png')).toEqual([204, 'there']);
    });

    test('a hundred come at once', async () => {
      const all = Array.from({ length: 100 }, () => sample('image/webp'));
      const done = await Promise.all(all.map((bytes) => bring(here, id(), bytes, 'image/webp')));
      expect(new Set(done.map(String))).toEqual(new Set(['204,there']));
    });

    test('a name that nothing has is not there', async () => {
      await expectNothing(mediaFileName(createHash('sha256').update(id()).digest('hex'), 'image/png'));
    });
  });
}

/** Around the file, as a browser writes it. */
export function bodyOf(fields: Record<string, string>): { before: string; after: string; type: string } {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file =
    '--cut\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: application/octet-stream\r\n\r\n';
  return { before: parts.join('') + file, after: '\r\n--cut--\r\n', type: 'multipart/form-data; boundary=cut' };
}

/** Sends a share of the body, and hangs up. */
async function cutOff({ url, fields }: UploadForm, bytes: Buffer, share: number, { origin }: MediaFixture): Promise<void> {
  const { before, after, type } = bodyOf(fields);
  const body = Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]);
  const headers = { 'Content-Type': type, 'Content-Length': body.length };
  const sent = request(new URL(url, origin), { method: 'POST', headers });
  const ended = new Promise((resolve) => sent.once('close', resolve).on('error', () => {}));
  sent.write(body.subarray(0, Math.floor(body.length * share)), () => setTimeout(() => sent.destroy(), 20));
  await ended;
}
