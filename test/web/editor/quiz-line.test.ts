// What the editor and the server say to each other about one quiz.
import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import type { QuizHead, SavedDraft } from '../../../game/quiz/library.ts';
import type { Frame } from '../../../game/wire/server-frames.ts';
import type { PageSession } from '../../../web/connection/page-session.ts';
import { createQuizLine } from '../../../web/editor/quiz-line.ts';

const HEAD: QuizHead = { id: 'quiz', title: 'Seas', language: 'en', order: ['a', 'b', 'c'], version: 1, savedAt: 1000 };
const draft = (id: string): SavedDraft => ({ id, version: 1, draft: { text: id } });

/** Answers with these frames, one after the other. */
function line(...replies: Frame[]) {
  const heard = new Set<(frame: Frame) => void>();
  const said: string[] = [];
  const session: PageSession = {
    connectionStatus: signal('open'),
    async ask(action) {
      said.push(action);
      return replies.shift();
    },
    onFrame(run) {
      heard.add(run);
      return () => heard.delete(run);
    },
    onConnected: () => () => {},
  };
  const push = (frame: Frame) => {
    for (const run of heard) run(frame);
  };
  return { ...createQuizLine(session, 'key', 'quiz'), said, push };
}

const page = (order: string[], ids: string[], next?: string): Frame => ({
  type: 'quiz',
  head: { ...HEAD, order },
  drafts: ids.map(draft),
  next,
});

test('a quiz whose questions are moved while it is loaded is loaded anew, until it is whole', async () => {
  const moved = ['c', 'a', 'b'];
  const { load, said } = line(page(HEAD.order.slice(), ['a'], 'a'), page(moved, ['b']), page(moved, moved));
  const loaded = await load();
  expect(loaded && loaded !== 'none' && [loaded.heading.value.order, [...loaded.drafts.keys()]]).toEqual([moved, moved]);
  expect(said).toEqual(['quiz', 'quiz', 'quiz']);
});

test('more than 200 questions are refused in words before anything is sent', async () => {
  const { saveHeading, said } = line();
  const order = Array.from({ length: 203 }, (_, i) => `q${i}`);
  expect(await saveHeading({ version: 2, value: { title: 'Seas', language: 'en', order } })).toEqual({
    refused: 'A quiz has 200 questions at most. Delete 3.',
  });
  expect(said).toEqual([]);
});

test('that the quiz lies in the bin is known when it is loaded or binned elsewhere, until it is taken out', async () => {
  const binned = { ...HEAD, binnedAt: 2000 };
  const saved: Frame = { type: 'saved', quiz: 'quiz', version: 1, savedAt: 3000 };
  const { load, listen, isBinned, takeOut, push } = line({ type: 'quiz', head: binned, drafts: HEAD.order.map(draft) }, saved);
  listen(
    () => {},
    () => {},
  );
  const seen: boolean[] = [];
  const see = () => seen.push(isBinned.peek());
  await load();
  see();
  await takeOut();
  see();
  push({ type: 'edited', quiz: 'quiz', head: binned });
  see();
  push({ type: 'edited', quiz: 'quiz', head: HEAD });
  see();
  expect(seen).toEqual([true, false, true, false]);
});
