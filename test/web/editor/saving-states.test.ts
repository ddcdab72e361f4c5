// What the page says of its saving, and what a save costs.
import { expect, test } from 'vitest';
import { createEditorModel } from '../../../web/editor/model/editor-model.ts';
import { addQuestions, setField, setHeading } from '../../../web/editor/model/edits.ts';
import { createFakeStore, createFaultyLine, createServer, createTime } from './faulty-line.ts';

const HEADING = { title: 'Seas', language: 'en', order: ['a', 'b'] };
const DRAFTS = { a: { kind: 'choice', text: '' }, b: { kind: 'choice', text: '' } };
const smooth = () => 0.5;

async function opened(server = createServer(HEADING, DRAFTS), language?: string) {
  const time = createTime();
  const line = createFaultyLine(server, time, smooth);
  const store = createFakeStore();
  const model = createEditorModel({ line: line.line, store, environment: time, quiz: 'quiz', language });
  await time.advance(1000);
  return { time, line, store, model, server };
}

test('what is typed is saved once, after a moment of rest', async () => {
  const { model, time, server, store } = await opened();
  for (const text of ['W', 'Wh', 'Who']) {
    model.edit(setField(model.quiz.peek(), 'a', 'text', text), 'a text');
    await time.advance(100);
  }
  expect([model.saving.peek(), server.saves]).toEqual(['saving', 0]);
  expect(store.kept?.drafts.get('a')?.value).toEqual({ kind: 'choice', text: 'Who' });
  await time.advance(2000);
  expect([model.saving.peek(), server.saves]).toEqual(['saved', 1]);
  expect(server.rows.get('a')).toEqual({ version: 2, value: { kind: 'choice', text: 'Who' } });
  expect(store.kept).toBeUndefined();
});

test('somebody who never rests is saved all the same', async () => {
  const { model, time, server } = await opened();
  for (let i = 0; i < 30; i++) {
    model.edit(setField(model.quiz.peek(), 'a', 'text', `${i}`), 'a text');
    await time.advance(100);
  }
  expect(server.saves).toBe(1);
});

test('without a line it is kept on this device, and saved when the line is back', async () => {
  const { model, time, line, server } = await opened();
  line.cut();
  model.edit(setField(model.quiz.peek(), 'a', 'text', 'Who'));
  await time.advance(1000);
  expect(model.saving.peek()).toBe('kept');
  line.mend();
  await time.advance(3000);
  expect([model.saving.peek(), server.rows.get('a')?.value.text]).toEqual(['saved', 'Who']);
});

test('where this device keeps nothing, that is said', async () => {
  const { model, time, line, store } = await opened();
  store.keep = () => Promise.reject(new Error('blocked'));
  line.cut();
  model.edit(setField(model.quiz.peek(), 'a', 'text', 'Who'));
  await time.advance(1000);
  expect(model.saving.peek()).toBe('unkept');
});

test('a new quiz that nobody has touched is not made; the first change makes it, its questions follow', async () => {
  const { model, time, server } = await opened(createServer(), 'en');
  expect([model.status.peek(), model.saving.peek(), server.saves]).toEqual(['ready', 'new', 0]);
  model.edit(addQuestions(model.quiz.peek(), new Map([['a', { kind: 'choice' }]])));
  await time.advance(5000);
  expect(model.saving.peek()).toBe('saved');
  expect(server.head()).toEqual({ version: 1, value: { title: '', language: 'en', order: ['a'] } });
  expect(server.rows.get('a')).toEqual({ version: 1, value: { kind: 'choice' } });
});

test('two versions of one question: both are there, and taking either can be undone', async () => {
  const { model, time, line, server } = await opened();
  line.cut();
  model.edit(setField(model.quiz.peek(), 'a', 'text', 'mine'));
  server.saveDraft({}, 'a', { version: 2, value: { kind: 'choice', text: 'theirs' } });
  line.mend();
  await time.advance(5000);
  expect(model.saving.peek()).toBe('clash');
  expect([...model.clashes.peek().drafts]).toEqual([['a', { kind: 'choice', text: 'theirs' }]]);
  expect([model.quiz.peek().drafts.get('a')?.text, server.rows.get('a')?.value.text]).toEqual(['mine', 'theirs']);
  model.take('theirs', 'a');
  expect([model.quiz.peek().drafts.get('a')?.text, model.saving.peek()]).toEqual(['theirs', 'saved']);
  model.undo();
  await time.advance(2000);
  expect([model.saving.peek(), server.rows.get('a')?.value.text]).toEqual(['saved', 'mine']);
});

test('two titles: the questions of both are there, one title is taken', async () => {
  const { model, time, line, server } = await opened();
  line.cut();
  model.edit(setHeading(model.quiz.peek(), { title: 'Oceans' }));
  server.saveHeading({}, { version: 2, value: { title: 'Lakes', language: 'en', order: ['b'] } });
  line.mend();
  await time.advance(5000);
  expect(model.clashes.peek().heading?.title).toBe('Lakes');
  model.take('mine');
  await time.advance(2000);
  expect(server.head()).toEqual({ version: 3, value: { title: 'Oceans', language: 'en', order: ['b'] } });
});

test('two move questions at once: both moves are saved, and both pages show them', async () => {
  const [heading, poll] = [
    { ...HEADING, order: ['a', 'b', 'c', 'd'] },
    { kind: 'poll', text: 'Which?' },
  ];
  const { model, time, line, server } = await opened(createServer(heading, { ...DRAFTS, c: poll, d: poll }));
  line.cut();
  model.edit(setHeading(model.quiz.peek(), { order: ['b', 'c', 'd', 'a'] }));
  server.saveHeading({}, { version: 2, value: { ...HEADING, order: ['a', 'c', 'b', 'd'] } });
  line.mend();
  await time.advance(5000);
  const merged = ['c', 'b', 'd', 'a'];
  expect([model.quiz.peek().heading.order, server.head()?.value.order, model.saving.peek()]).toEqual([merged, merged, 'saved']);
});

test('a question that was added elsewhere is loaded, though nothing was heard of it but the order', async () => {
  const { model, time, server } = await opened();
  server.rows.set('c', { version: 1, value: { kind: 'poll', text: 'Which?' } });
  server.saveHeading({}, { version: 2, value: { ...HEADING, order: ['a', 'b', 'c'] } });
  await time.advance(3000);
  expect(model.quiz.peek().drafts.get('c')).toEqual({ kind: 'poll', text: 'Which?' });
});

test('a quiz that is not there is gone', async () => {
  const { model } = await opened(createServer());
  expect(model.status.peek()).toBe('gone');
});

test('saving before a game waits until all is saved', async () => {
  const { model, time, server } = await opened();
  model.edit(setField(model.quiz.peek(), 'b', 'text', 'Who'));
  const saved = model.saveNow();
  await time.advance(2000);
  expect([await saved, server.rows.get('b')?.value.text]).toEqual([true, 'Who']);
});
