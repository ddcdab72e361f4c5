// What holds of a quiz that two have edited under faults.
import assert from 'node:assert/strict';
import type { SavedDraft } from '../../game/quiz/library.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import { connectClient } from '../support/protocol-client.ts';
import type { EditingHost } from './editing-host.ts';
import type { GameUnderFaults } from './game-under-faults.ts';

export interface Edited {
  quiz: string;
  hosts: readonly EditingHost[];
  /** Words by question; those of the title under ''. */
  typed: ReadonlyMap<string, readonly string[]>;
  /** Questions. */
  removed: ReadonlySet<string>;
}

export const wordsOf = (text: unknown) =>
  String(text ?? '')
    .split(' ')
    .filter(Boolean);

/** @throws the first broken invariant */
export async function checkEditing({ port, key, open }: Pick<GameUnderFaults, 'port' | 'key' | 'open'>, edited: Edited) {
  const { quiz, hosts, typed, removed } = edited;
  const url = `ws://127.0.0.1:${port}/socket`;
  const client = await connectClient(url, open && { socket: open(url) });
  // It fits one frame.
  const { head, drafts, next } = await client.ask('quiz', 'quiz', { key, quiz });
  client.close();
  assert.equal(next, undefined);
  const shown = new Map(drafts.map(({ id, draft }) => [id, draft]));
  assert.deepEqual([...shown.keys()], head.order, 'the order names what is not there');

  const lost = [...typed].flatMap(([row, words]) => {
    if (removed.has(row) && !shown.has(row)) return [];
    const there = wordsOf(row ? shown.get(row)?.text : head.title);
    return words.filter((word) => !there.includes(word)).map((word) => `${word} of ${row || 'the title'}`);
  });
  assert.deepEqual(lost, [], 'typed and lost');

  const sent = new Set(hosts.flatMap(({ said }) => said.flatMap(draftsSaidIn)));
  const heard = hosts.flatMap(({ frames }) => frames.flatMap(({ frame }) => draftsIn(frame)));
  const torn = [...heard, ...drafts].map(rowText).filter((row) => !sent.has(row));
  assert.deepEqual(torn, [], 'saved as nobody sent it');

  // The head that makes the quiz comes before its questions.
  const early = new Set(hosts.flatMap(({ said }) => said.flatMap(madeIn)));
  const missing = hosts.flatMap(({ frames }) => frames.flatMap(({ frame }) => missingIn(frame)));
  assert.deepEqual(
    missing.filter((id) => !early.has(id)),
    [],
    'opened without a question',
  );

  for (const { model } of hosts) {
    const { heading, drafts: own } = model.quiz.peek();
    assert.deepEqual([heading.title, heading.order], [head.title, head.order]);
    assert.deepEqual(new Map(head.order.map((id) => [id, own.get(id)])), shown);
  }
}

const rowText = ({ id, draft }: Pick<SavedDraft, 'id' | 'draft'>) => `${id} ${JSON.stringify(draft)}`;

function draftsIn(frame: Frame): SavedDraft[] {
  if (frame.type === 'quiz') return [...frame.drafts];
  return frame.type === 'edited' && frame.draft ? [frame.draft] : [];
}

function missingIn(frame: Frame): string[] {
  if (frame.type !== 'quiz') return [];
  const there = new Set(frame.drafts.map(({ id }) => id));
  return frame.head.order.filter((id) => !there.has(id));
}

function madeIn(text: string): string[] {
  const { action, version, order } = JSON.parse(text);
  return action === 'saveQuiz' && version === 1 ? order : [];
}

function draftsSaidIn(text: string): string[] {
  const { action, question, draft } = JSON.parse(text);
  return action === 'saveQuestion' ? [rowText({ id: question, draft })] : [];
}
