// Which question is shown and which are chosen, whatever is done to them.
import { expect, test } from 'vitest';
import { createEditorModel } from '../../../web/editor/model/editor-model.ts';
import { createEditorState } from '../../../web/editor/state/editor-state.ts';
import { createFakeStore, createFaultyLine, createServer, createTime } from './faulty-line.ts';

const DRAFTS = {
  a: { kind: 'poll', text: 'a' },
  b: { kind: 'poll', text: 'b' },
  c: { kind: 'poll', text: 'c' },
  d: { kind: 'poll', text: 'd' },
};

async function opened() {
  const time = createTime();
  const server = createServer({ title: 'T', language: 'en', order: [...'abcd'] }, DRAFTS);
  const { line } = createFaultyLine(server, time, () => 0.5);
  const model = createEditorModel({ line, store: createFakeStore(), environment: time, quiz: 'quiz' });
  await time.advance(1000);
  let count = 0;
  const state = createEditorState(model, () => `new${count++}`);
  const seen = () => {
    const { current, chosen } = state.choice.value;
    return `${model.quiz.value.heading.order.join(' ')}: ${current} of ${[...chosen].join(' ')}`;
  };
  return { state, model, seen };
}

const SHIFT = { shiftKey: true, ctrlKey: false, metaKey: false };
const CTRL = { shiftKey: false, ctrlKey: true, metaKey: false };

test('the first is shown; Shift chooses a range, Ctrl one more or less', async () => {
  const { state, seen } = await opened();
  expect(seen()).toBe('a b c d: a of a');
  state.choose('b');
  state.choose('d', SHIFT);
  expect(seen()).toBe('a b c d: d of b c d');
  state.choose('c', CTRL);
  expect(seen()).toBe('a b c d: d of b d');
});

test('after a removal its neighbour is shown, after undo what came back', async () => {
  const { state, seen } = await opened();
  state.choose('b');
  state.choose('c', SHIFT);
  state.remove();
  expect(seen()).toBe('a d: d of d');
  state.undo();
  expect(seen()).toBe('a b c d: b of b');
  state.choose('d');
  state.remove();
  expect(seen()).toBe('a b c: c of c');
});

test('copies are chosen behind the last of their originals', async () => {
  const { state, seen } = await opened();
  state.choose('a');
  state.choose('c', CTRL);
  state.duplicate();
  expect(seen()).toBe('a b c new0 new1 d: new0 of new0 new1');
});

test('a new question is of the kind before it, and comes behind it', async () => {
  const { state, model, seen } = await opened();
  state.choose('b');
  state.add();
  expect(seen()).toBe('a b new0 c d: new0 of new0');
  expect(model.quiz.value.drafts.get('new0')?.kind).toBe('poll');
  expect([state.isFresh('new0'), state.isFresh('new0')]).toEqual([true, false]);
});

test('all that are chosen are dropped where one of them is', async () => {
  const { state, seen } = await opened();
  state.choose('a');
  state.choose('b', SHIFT);
  state.drop('b', 'd', 'before');
  expect(seen()).toBe('c a b d: b of a b');
});

test('a picture that comes late goes to the question that it was brought for', async () => {
  const { state, model } = await opened();
  state.choose('c');
  state.set({ picture: { file: 'x.webp', alt: '' } }, undefined, 'a');
  expect([model.quiz.value.drafts.get('a')?.picture, model.quiz.value.drafts.get('c')?.picture]).toEqual([
    { file: 'x.webp', alt: '' },
    undefined,
  ]);
});
