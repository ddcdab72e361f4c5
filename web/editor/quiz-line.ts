import { signal } from '@preact/signals-core';
import type { QuizHead, SavedDraft } from '../../game/quiz/library.ts';
import { QUESTIONS_MOST } from '../../game/quiz/quiz.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import { gatherQuiz } from '../connection/gather-quiz.ts';
import type { PageSession } from '../connection/page-session.ts';
import { hostRefusals } from '../words/en.ts';
import { editor as words } from '../words/en-editor.ts';
import type { Heading } from './model/edited-quiz.ts';
import type { EditorLine, LoadedQuiz, SaveReply } from './model/line.ts';
import type { Versioned } from './model/row.ts';

const headingRow = ({ version, title, language, order }: QuizHead): Versioned<Heading> => ({
  version,
  value: { title, language, order },
});

const draftRow = ({ version, draft }: SavedDraft) => ({ version, value: draft });

/** The frames of PROTOCOL.md about one quiz. */
export function createQuizLine(session: PageSession, key: string, quiz: string): EditorLine {
  const { ask } = session;
  const isBinned = signal(false);

  async function load(): Promise<LoadedQuiz | 'none' | undefined> {
    const loaded = await gatherQuiz(ask, key, quiz);
    if (!loaded || loaded === 'none') return loaded;
    isBinned.value = loaded.head.binnedAt !== undefined;
    return { heading: headingRow(loaded.head), drafts: new Map(loaded.drafts.map((one) => [one.id, draftRow(one)])) };
  }

  return {
    status: session.connectionStatus,
    isBinned,
    async takeOut() {
      const reply = await ask('binQuiz', { key, quiz, binned: false });
      if (reply?.type === 'saved') isBinned.value = false;
    },
    load,
    async saveHeading({ version, value: { title, language, order } }) {
      const over = order.length - QUESTIONS_MOST;
      if (over > 0) return { refused: words.list.over(over) };
      const reply = await ask('saveQuiz', { key, quiz, version, title, language, order: [...order] });
      return replyTo(reply, reply?.type === 'edited' && reply.head && headingRow(reply.head));
    },
    async saveDraft(question, { version, value }) {
      const reply = await ask('saveQuestion', { key, quiz, question, version, draft: { ...value } });
      return replyTo(reply, reply?.type === 'edited' && reply.draft && draftRow(reply.draft));
    },
    listen(heard, connected) {
      const stopFrames = session.onFrame((frame) => {
        if (frame.type !== 'edited' || frame.quiz !== quiz || frame.re !== undefined) return;
        if (frame.head) {
          isBinned.value = frame.head.binnedAt !== undefined;
          heard({ heading: headingRow(frame.head) });
        }
        if (frame.draft) heard({ id: frame.draft.id, draft: draftRow(frame.draft) });
      });
      const stopConnected = session.onConnected(connected);
      return () => {
        stopFrames();
        stopConnected();
      };
    },
  };
}

function replyTo<T>(reply: Frame | undefined, there: Versioned<T> | false | undefined): SaveReply<T> {
  if (!reply) return undefined;
  if (reply.type === 'saved') return { saved: true };
  if (there) return { there };
  return { refused: reply.type === 'refused' ? hostRefusals[reply.code] : hostRefusals.noQuiz };
}
