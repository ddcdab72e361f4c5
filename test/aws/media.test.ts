// Pictures and sounds in a bucket.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';
import { expect, onTestFinished, test } from 'vitest';
import { UNNAMED_MS } from '../../game/media/media-file.ts';
import { dynamoItems } from '../../lambdas/aws/dynamodb/items.ts';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import { KEYS } from '../../lambdas/aws/dynamodb/table.ts';
import { mediaNamedBy } from '../../lambdas/aws/s3/bucket-media.ts';
import { hostLedger } from '../../lambdas/aws/s3/host-ledger.ts';
import { mediaFiles } from '../../lambdas/aws/s3/media-files.ts';
import { s3MediaStore } from '../../lambdas/aws/s3/media-store.ts';
import { sweep } from '../../lambdas/aws/s3/media-sweep.ts';
import { putQuiz } from '../../lambdas/library/put-quiz.ts';
import { listeningPort } from '../../local/gateway/listening-port.ts';
import { bring, formFor, mediaContract, post, ROOM } from '../contracts/media.ts';
import { id, QUIZ, roomOf } from '../contracts/store.ts';
import { sample, wantedFor } from '../support/media-samples.ts';
import { dynalite } from './dynalite.ts';
import { clientOn, createTable } from './engine.ts';
import { metered } from './metered.ts';
import { imitatedS3 } from './s3.ts';

const BUCKET = 'media-of-a-test';

async function open() {
  let aheadMs = 0;
  const now = () => Date.now() + aheadMs;
  const s3 = imitatedS3(BUCKET, { now });
  const requests: string[] = [];
  const server = createServer((req, res) => {
    requests.push(req.method ?? '');
    const served = req.method === 'POST' ? s3.post(req, res, () => true) : s3.serve(req, res, () => true);
    served.catch(() => res.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const endpoint = `http://127.0.0.1:${listeningPort(server)}`;
  const engine = dynalite();
  const table = `Quizcast-${randomBytes(4).toString('hex')}`;
  await createTable(engine.call, table);
  const units = metered(engine.call);
  const items = dynamoItems(clientOn(units.call), table);
  const library = dynamoStore(clientOn(engine.call), table, now);
  const client = new S3Client({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'any', secretAccessKey: 'secret' } });
  return {
    media: s3MediaStore({
      files: mediaFiles(client, BUCKET),
      ledger: hostLedger(items, now),
      namedBy: mediaNamedBy(library),
      hostBytes: ROOM,
      now,
    }),
    s3,
    sweep: (pause = async (_ms: number) => {}) =>
      sweep({ client: clientOn(engine.call), table, s3: client, bucket: BUCKET, now: now(), pause }),
    requests,
    spent: units.spent,
    items,
    library,
    origin: endpoint,
    // CloudFront asks for what lies under the path of the pages.
    get: (file: string, headers: Record<string, string> = {}) => fetch(`${endpoint}/${BUCKET}/media/${file}`, { headers }),
    ahead: (ms: number) => {
      aheadMs = ms;
    },
    files: async () => [...s3.objects.keys()].sort(),
    async close() {
      server.close();
      server.closeAllConnections();
      await engine.close();
    },
  };
}

mediaContract('S3', open);

async function opened() {
  const here = await open();
  onTestFinished(() => here.close());
  return here;
}

test('what is posted is served to nobody before its first bytes were read', async () => {
  const here = await opened();
  const bytes = sample('image/png');
  const { file } = wantedFor(bytes, 'image/png');
  await post(await formFor(here, id(), bytes, 'image/png'), bytes, here);
  expect(await here.files()).toEqual([`new/${file}`]);
  expect((await here.get(file)).status).toBe(404);
  expect(await here.media.ticket(id(), wantedFor(bytes, 'image/png'))).toBe('there');
  expect(await here.files()).toEqual([`media/${file}`, `new/${file}`]);
});

test('a file is marked for removal until a quiz names it, and so is what it counts for its host', async () => {
  const here = await opened();
  const host = id();
  const bytes = sample('image/png');
  const { file } = wantedFor(bytes, 'image/png');
  await bring(here, host, bytes, 'image/png');
  const marks = async () => [
    here.s3.objects.get(`media/${file}`)?.tags,
    (await here.items.get(KEYS.media(host, file)))?.ttl !== undefined,
  ];
  expect(await marks()).toEqual([{ unnamed: 'yes' }, true]);
  expect(await here.media.keep(host, [file])).toEqual([]);
  expect(await marks()).toEqual([{ unnamed: 'no' }, false]);
});

test('a picture that is brought and named takes eight requests and two writes (docs/aws.md reckons so)', async () => {
  const here = await opened();
  const host = id();
  const bytes = sample('image/png');
  await bring(here, host, bytes, 'image/png');
  await here.media.keep(host, [wantedFor(bytes, 'image/png').file]);
  const read = here.requests.filter((method) => method === 'GET' || method === 'HEAD');
  expect([read.length, here.requests.length - read.length, here.spent().writes]).toEqual([5, 3, 2]);
});

test('what went unnamed does not count any more', async () => {
  const here = await opened();
  const host = id();
  await bring(here, host, sample('audio/ogg', 0.6 * ROOM), 'audio/ogg');
  const more = wantedFor(sample('audio/ogg', 0.6 * ROOM), 'audio/ogg');
  expect(await here.media.ticket(host, more)).toEqual({ refused: 'mediaFull' });
  here.ahead(2 * UNNAMED_MS + 1000);
  expect(await here.media.ticket(host, more)).toMatchObject({ fields: {} });
});

test('a host without room gets back what no own quiz names any more', async () => {
  const here = await opened();
  const host = id();
  const [old, kept, next] = [0.5, 0.4, 0.5].map((share) => sample('audio/ogg', share * ROOM));
  const names = [old!, kept!].map((bytes) => wantedFor(bytes, 'audio/ogg').file);
  for (const bytes of [old!, kept!]) await bring(here, host, bytes, 'audio/ogg');
  const save = async (version: number, sounds: string[]) => {
    await here.library.saveHead(host, { id: 'own', title: 'Own', language: 'en', order: ['q'], version, savedAt: 1 });
    await here.library.saveDraft(host, 'own', { id: 'q', version, draft: { sounds } });
    await here.media.keep(host, sounds);
  };
  await save(1, names);
  expect(await here.media.ticket(host, wantedFor(next!, 'audio/ogg'))).toEqual({ refused: 'mediaFull' });
  await save(2, names.slice(1));
  expect((await bring(here, host, next!, 'audio/ogg')).at(1)).toBe('there');
  // A room may still show it.
  expect((await here.get(names[0]!)).status).toBe(200);
  expect(await here.items.get(KEYS.media(host, names[0]!))).toBeUndefined();
  expect(await here.items.get(KEYS.media(host, names[1]!))).toBeDefined();
});

test('whoever keeps what another brought pays nothing for it', async () => {
  const here = await opened();
  const other = id();
  const bytes = sample('image/png');
  const { file } = wantedFor(bytes, 'image/png');
  await bring(here, id(), bytes, 'image/png');
  expect(await here.media.keep(other, [file])).toEqual([]);
  expect(await here.items.get(KEYS.media(other, file))).toBeUndefined();
});

const naming = (file: string) => ({ ...QUIZ, questions: [{ ...QUIZ.questions[0]!, picture: { file, alt: 'A square' } }] });
const HOUR_MS = 3_600_000;

/** Its files, each named once by the host. */
async function brought<const N extends string>(here: Awaited<ReturnType<typeof open>>, host: string, ...names: N[]) {
  const files = names.map(async (name) => {
    const bytes = sample('image/png');
    await bring(here, host, bytes, 'image/png');
    const { file } = wantedFor(bytes, 'image/png');
    await here.media.keep(host, [file]);
    return [name, file] as const;
  });
  return Object.fromEntries(await Promise.all(files)) as Record<N, string>;
}

test('a file goes when no quiz and no room has named it in two sweeps, a day apart', async () => {
  const here = await opened();
  const host = id();
  const { played, binned, dropped, back } = await brought(here, host, 'played', 'binned', 'dropped', 'back');
  const marks = () =>
    [played, binned, dropped, back].map((file) => here.s3.objects.get(`media/${file}`)?.tags.unnamed?.slice(0, 3));
  await putQuiz(here.library, host, 'binned', naming(binned), 1000);
  await here.library.markQuiz(host, 'binned', { binnedAt: Date.now() });
  await here.library.openRoom(roomOf(), naming(played));
  await putQuiz(here.library, host, 'changed', QUIZ, 2000);
  expect((await here.sweep()).files).toEqual([]);
  expect(marks()).toEqual(['no', 'no', '202', '202']);
  here.ahead(2 * HOUR_MS);
  // An undo in the editor, and taken out again.
  await here.media.keep(host, [back]);
  // EventBridge may call twice.
  expect((await here.sweep()).files).toEqual([]);
  here.ahead(21 * HOUR_MS);
  expect(await here.sweep()).toEqual({ files: [dropped], bytes: 1000, quizzes: [] });
  expect(marks()).toEqual(['no', 'no', 'yes', '202']);
  expect((await here.sweep()).files).toEqual([]);
});

test('a file that is named while a sweep lets go of it stays', async () => {
  const here = await opened();
  const host = id();
  const { file } = await brought(here, host, 'file');
  await here.sweep();
  here.ahead(UNNAMED_MS);
  const waits: number[] = [];
  const swept = await here.sweep(async (ms) => {
    waits.push(ms);
    await putQuiz(here.library, host, 'new', naming(file), 1000);
  });
  expect([waits, swept.files, here.s3.objects.get(`media/${file}`)?.tags.unnamed]).toEqual([[30_000], [], 'no']);
});

test('a mark of a sweep before the last one counts no more', async () => {
  const here = await opened();
  const host = id();
  const { file } = await brought(here, host, 'file');
  await here.sweep();
  here.ahead(UNNAMED_MS * 2);
  expect((await here.sweep()).files).toEqual([]);
  here.ahead(UNNAMED_MS * 3);
  expect((await here.sweep()).files).toEqual([file]);
});

test('a sweep deletes quizzes that have lain in the bin for thirty days, with their questions', async () => {
  const here = await opened();
  const host = id();
  for (const quiz of ['old', 'young', 'kept']) await putQuiz(here.library, host, quiz, QUIZ, 1000);
  await here.library.markQuiz(host, 'old', { binnedAt: Date.now() - 31 * UNNAMED_MS });
  await here.library.markQuiz(host, 'young', { binnedAt: Date.now() - 29 * UNNAMED_MS });
  expect((await here.sweep()).quizzes).toEqual(['old']);
  expect((await here.library.heads(host)).map((head) => head.id).sort()).toEqual(['kept', 'young']);
  expect(await here.library.drafts(host, 'old')).toEqual([]);
});
