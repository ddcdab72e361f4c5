// Hosts' own quizzes, by the frames that a page sends.
import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Draft } from '../../game/quiz/library.ts';
import { FRAME_BYTES, type Frame } from '../../game/wire/server-frames.ts';
import { type HandlerFixture, handlerFixture, KEY, token } from './handler-fixture.ts';

const OTHER_KEY = token('another-host');
const DAY_MS = 86_400_000;
const LIMA: Draft = { kind: 'choice', text: 'The capital of Peru?', options: ['Lima', 'Quito'], right: 1 };
const UNFINISHED: Draft = { kind: 'choice', text: '', options: ['Lima'] };

async function twoHosts() {
  const here = await handlerFixture();
  await here.ports.store.invite(hash('sha256', OTHER_KEY, 'base64url'));
  return here;
}

async function made(here: HandlerFixture, quiz: string, questions: Record<string, Draft>, title = 'Capitals') {
  const head = { key: KEY, quiz, version: 1, title, language: 'en', order: Object.keys(questions) };
  await here.ask('saved', 'page', 'saveQuiz', head);
  for (const [question, draft] of Object.entries(questions))
    await here.ask('saved', 'page', 'saveQuestion', { key: KEY, quiz, question, version: 1, draft });
}

const titles = async (here: HandlerFixture, fields: { search?: string; binned?: boolean; key?: string } = {}) =>
  (await here.ask('library', 'page', 'library', { key: KEY, ...fields })).quizzes.map(({ title }) => title);

test('a quiz is listed, opened and played as it was saved; until it is finished it is not played', async () => {
  const here = await twoHosts();
  await made(here, 'mine', { a: UNFINISHED, b: LIMA });
  const { quizzes } = await here.ask('library', 'page', 'library', { key: KEY });
  const listed = { id: 'mine', title: 'Capitals', language: 'en', questions: 2, savedAt: here.now };
  expect(quizzes).toEqual([listed]);
  const { head, drafts } = await here.ask('quiz', 'page', 'quiz', { key: KEY, quiz: 'mine' });
  expect([head.order, drafts]).toEqual([
    ['a', 'b'],
    [
      { id: 'a', version: 1, draft: UNFINISHED },
      { id: 'b', version: 1, draft: LIMA },
    ],
  ]);
  expect(await here.say('page', 'open', { key: KEY, quiz: 'mine', own: true })).toMatchObject({ code: 'quizUnready' });
  await here.ask('saved', 'page', 'saveQuiz', {
    key: KEY,
    quiz: 'mine',
    version: 2,
    title: 'Capitals',
    language: 'en',
    order: ['b'],
  });
  const { room } = await here.ask('stage', 'page', 'open', { key: KEY, quiz: 'mine', own: true });
  expect([room!.title, room!.of]).toEqual(['Capitals', 1]);
  expect((await here.ask('library', 'page', 'library', { key: KEY })).quizzes[0]!.playedAt).toBe(here.now);
});

test('another host neither reads, plays, copies nor changes it, by any action', async () => {
  const here = await twoHosts();
  await made(here, 'mine', { a: LIMA });
  const before = await here.ask('quiz', 'page', 'quiz', { key: KEY, quiz: 'mine' });
  const theirs = { key: OTHER_KEY, quiz: 'mine' };
  const done: Frame[] = [];
  for (const key of [OTHER_KEY, token('not-invited')]) {
    done.push(await here.say('thief', 'quiz', { ...theirs, key }));
    done.push(await here.say('thief', 'saveQuiz', { ...theirs, key, version: 2, title: 'Gone', language: 'en', order: [] }));
    done.push(await here.say('thief', 'saveQuestion', { ...theirs, key, question: 'a', version: 2, draft: UNFINISHED }));
    done.push(await here.say('thief', 'binQuiz', { ...theirs, key, binned: true }));
    done.push(await here.say('thief', 'copyQuiz', { key, quiz: 'stolen', from: 'mine', title: 'Stolen' }));
    done.push(await here.say('thief', 'open', { ...theirs, key, own: true }));
    done.push(await here.say('thief', 'open', { ...theirs, key }));
  }
  expect(new Set(done.map(({ type }) => type))).toEqual(new Set(['refused']));
  expect(await titles(here, { key: OTHER_KEY })).toEqual([]);
  expect(await here.ask('quiz', 'page', 'quiz', { key: KEY, quiz: 'mine' })).toMatchObject({
    head: before.head,
    drafts: before.drafts,
  });
});

test('two pages with one quiz hear of each other’s changes, and an older version overwrites nothing', async () => {
  const here = await twoHosts();
  await made(here, 'mine', { a: LIMA });
  for (const page of ['left', 'right']) await here.ask('quiz', page, 'quiz', { key: KEY, quiz: 'mine' });
  const changed = { ...LIMA, text: 'The capital of Peru is?' };
  const save = { key: KEY, quiz: 'mine', question: 'a', version: 2, draft: changed };
  expect(await here.ask('saved', 'left', 'saveQuestion', save)).toMatchObject({ question: 'a', version: 2 });
  const row = { id: 'a', version: 2, draft: changed };
  expect([here.framesTo('right'), here.framesTo('left')]).toEqual([[{ type: 'edited', quiz: 'mine', draft: row }], []]);
  expect(await here.ask('edited', 'right', 'saveQuestion', { ...save, draft: UNFINISHED })).toMatchObject({ draft: row });
  expect(await here.ask('saved', 'left', 'saveQuestion', save)).toMatchObject({ version: 2 });
  const renamed = { key: KEY, quiz: 'mine', version: 2, title: 'Peru', language: 'en', order: ['a'] };
  await here.ask('saved', 'right', 'saveQuiz', renamed);
  expect(here.framesTo('left')).toMatchObject([{ type: 'edited', quiz: 'mine', head: { title: 'Peru', version: 2 } }]);
  expect(await here.ask('edited', 'left', 'saveQuiz', { ...renamed, title: 'Chile' })).toMatchObject({ head: { title: 'Peru' } });
  here.gone.add('left');
  await here.ask('saved', 'right', 'saveQuestion', { ...save, version: 3, draft: LIMA });
  expect((await here.ports.store.head(hash('sha256', KEY, 'base64url'), 'mine'))!.editors).toEqual(['right']);
});

test('a binned quiz is out of sight and can be taken back for thirty days; then it is gone', async () => {
  const here = await twoHosts();
  await made(here, 'mine', { a: LIMA });
  await here.ask('saved', 'page', 'binQuiz', { key: KEY, quiz: 'mine', binned: true });
  expect([await titles(here), await titles(here, { binned: true })]).toEqual([[], ['Capitals']]);
  expect(await here.say('page', 'open', { key: KEY, quiz: 'mine', own: true })).toMatchObject({ code: 'noQuiz' });
  here.now += 30 * DAY_MS;
  await here.ask('saved', 'page', 'binQuiz', { key: KEY, quiz: 'mine', binned: false });
  expect([await titles(here), await titles(here, { binned: true })]).toEqual([['Capitals'], []]);
  await here.ask('saved', 'page', 'binQuiz', { key: KEY, quiz: 'mine', binned: true });
  here.now += 30 * DAY_MS + 1;
  expect(await titles(here, { binned: true })).toEqual([]);
  expect(await here.say('page', 'binQuiz', { key: KEY, quiz: 'mine', binned: false })).toMatchObject({ code: 'noQuiz' });
});

test('a page that has the quiz open hears that it was binned, goes on saving, and takes it out', async () => {
  const here = await twoHosts();
  await made(here, 'mine', { a: LIMA });
  await here.ask('quiz', 'editing', 'quiz', { key: KEY, quiz: 'mine' });
  await here.ask('saved', 'page', 'binQuiz', { key: KEY, quiz: 'mine', binned: true });
  expect(here.framesTo('editing')).toMatchObject([{ type: 'edited', quiz: 'mine', head: { binnedAt: here.now } }]);
  const draft = { ...LIMA, text: 'The capital of Peru is?' };
  await here.ask('saved', 'editing', 'saveQuestion', { key: KEY, quiz: 'mine', question: 'a', version: 2, draft });
  const again = await here.ask('quiz', 'editing', 'quiz', { key: KEY, quiz: 'mine' });
  expect([again.head.binnedAt, again.drafts]).toEqual([here.now, [{ id: 'a', version: 2, draft }]]);
  await here.ask('saved', 'editing', 'binQuiz', { key: KEY, quiz: 'mine', binned: false });
  expect(await titles(here)).toEqual(['Capitals']);
});

test('a quiz that is taken out of the bin while its time is up stays, whole', async () => {
  const here = await twoHosts();
  await made(here, 'mine', { a: LIMA });
  await here.ask('saved', 'page', 'binQuiz', { key: KEY, quiz: 'mine', binned: true });
  here.now += 30 * DAY_MS + 1;
  const { heads } = here.ports.store;
  here.ports.store.heads = async (owner) => {
    const found = await heads(owner);
    await here.ask('saved', 'page', 'binQuiz', { key: KEY, quiz: 'mine', binned: false });
    return found;
  };
  await titles(here);
  here.ports.store.heads = heads;
  expect(await titles(here)).toEqual(['Capitals']);
  expect((await here.ask('quiz', 'page', 'quiz', { key: KEY, quiz: 'mine' })).drafts).toHaveLength(1);
});

test('a save that comes too late leaves the quiz as it was, its date too; one of no quiz leaves nothing', async () => {
  const here = await twoHosts();
  await made(here, 'mine', { a: LIMA });
  const savedAt = here.now;
  here.now += 60_000;
  const late = { key: KEY, quiz: 'mine', version: 1 };
  await here.ask('edited', 'page', 'saveQuestion', { ...late, question: 'a', draft: UNFINISHED });
  await here.ask('edited', 'page', 'saveQuiz', { ...late, title: 'Rivers', language: 'en', order: [] });
  expect((await here.ask('library', 'page', 'library', { key: KEY })).quizzes[0]!.savedAt).toBe(savedAt);
  const nowhere = { ...late, quiz: 'nowhere', question: 'a', draft: LIMA };
  expect(await here.say('page', 'saveQuestion', nowhere)).toMatchObject({ code: 'noQuiz' });
  expect(await here.ports.store.drafts(hash('sha256', KEY, 'base64url'), 'nowhere')).toEqual([]);
});

test('a question that names a file which is not there is refused in words', async () => {
  const here = await twoHosts();
  await made(here, 'mine', { a: LIMA });
  const draft = { ...LIMA, picture: { file: `${'a'.repeat(64)}.jpg`, alt: 'A square' } };
  const refused = await here.ask('refused', 'page', 'saveQuestion', { key: KEY, quiz: 'mine', question: 'a', version: 2, draft });
  expect(refused.text).toBe('A picture, sound or video of this question is no longer there. Bring it again.');
});

test('a sample and an own quiz are copied, once however often it is asked; the copy is one’s own', async () => {
  const here = await twoHosts();
  const copy = { key: KEY, quiz: 'copy', from: 'test', sample: true, title: 'My test' };
  for (let i = 0; i < 2; i++) await here.ask('saved', 'page', 'copyQuiz', copy);
  await here.ask('saved', 'page', 'copyQuiz', { key: KEY, quiz: 'again', from: 'copy', title: 'My test 2' });
  expect((await titles(here)).sort()).toEqual(['My test', 'My test 2']);
  const { room } = await here.ask('stage', 'page', 'open', { key: KEY, quiz: 'again', own: true });
  expect([room!.title, room!.of]).toEqual(['My test 2', 3]);
});

test('a thousand quizzes come newest first, fifty a page, each once, and are found by a word of their title', async () => {
  const here = await twoHosts();
  for (let i = 0; i < 1000; i++) {
    here.now += 1000;
    await here.ask('saved', 'page', 'saveQuiz', {
      key: KEY,
      quiz: `q${i}`,
      version: 1,
      title: `Nº ${i} é`,
      language: 'pt',
      order: [],
    });
  }
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await here.ask('library', 'page', 'library', { key: KEY, after });
    seen.push(...page.quizzes.map(({ id }) => id));
    after = page.next;
    expect([page.quizzes.length, Buffer.byteLength(JSON.stringify(page)) < FRAME_BYTES]).toEqual([50, true]);
  } while (after);
  expect(seen).toEqual(Array.from({ length: 1000 }, (_, i) => `q${999 - i}`));
  expect(await titles(here, { search: '77 E' })).toEqual(
    [977, 877, 777, 677, 577, 477, 377, 277, 177, 77].map((i) => `Nº ${i} é`),
  );
});

test('the largest quiz opens in frames that fit, in its order', async () => {
  const here = await twoHosts();
  const han = (length: number) => '問'.repeat(length);
  const ids = Array.from({ length: 200 }, (_, i) => `q${i}`).reverse();
  const draft = { ...LIMA, text: han(300), options: Array(6).fill(han(150)), explanation: han(300) };
  await made(here, 'large', Object.fromEntries(ids.map((id) => [id, draft])), han(80));
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await here.ask('quiz', 'page', 'quiz', { key: KEY, quiz: 'large', ...(after && { after }) });
    seen.push(...page.drafts.map(({ id }) => id));
    after = page.next;
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(FRAME_BYTES);
  } while (after);
  expect(seen).toEqual(ids);
});

test('the cover is the first picture that was set, and goes with it', async () => {
  const here = await twoHosts();
  const pictured = (file: string) => ({ ...LIMA, picture: { file, alt: 'A square' } });
  await made(here, 'mine', { a: LIMA, b: pictured('b.jpg'), c: pictured('c.jpg') });
  const cover = async () => (await here.ask('library', 'page', 'library', { key: KEY })).quizzes[0]!.picture?.file;
  expect(await cover()).toBe('b.jpg');
  await here.ask('saved', 'page', 'saveQuestion', {
    key: KEY,
    quiz: 'mine',
    question: 'b',
    version: 2,
    draft: pictured('d.jpg'),
  });
  expect(await cover()).toBe('d.jpg');
  await here.ask('saved', 'page', 'saveQuestion', { key: KEY, quiz: 'mine', question: 'b', version: 3, draft: LIMA });
  expect(await cover()).toBeUndefined();
});

test('a draft that is too long for any limit is refused in words, and nothing is changed', async () => {
  const here = await twoHosts();
  await made(here, 'mine', { a: LIMA });
  const draft = { ...LIMA, text: 'x'.repeat(12_000) };
  const refused = await here.ask('refused', 'page', 'saveQuestion', { key: KEY, quiz: 'mine', question: 'a', version: 2, draft });
  expect(refused.text).toBe('That question is too long to be kept. Shorten it.');
  expect((await here.ask('quiz', 'page', 'quiz', { key: KEY, quiz: 'mine' })).drafts[0]!.draft).toEqual(LIMA);
});
