import type { ReadonlySignal } from '@preact/signals-core';
import type { QuizHead, SavedDraft } from '../../game/quiz/library.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import type { Request } from '../connection/requests.ts';
import type { ConnectionStatus } from '../connection/status.ts';
import { hostRefusals } from '../words/en.ts';
import type { Heading } from './model/edited-quiz.ts';
import type { EditorLine, LoadedQuiz, SaveReply } from './model/line.ts';
import type { Versioned } from './model/row.ts';

/** What the editor needs of the page's connection. */
export interface EditorSession {
  connectionStatus: ReadonlySignal<ConnectionStatus>;
  ask: Request;
  /** Every frame. @returns how to stop */
  onFrame(heard: (frame: Frame) => void): () => void;
  /** Each new connection. @returns how to stop */
  onConnected(run: () => void): () => void;
}

const headingRow = ({ version, title, language, order }: QuizHead): Versioned<Heading> => ({
  version,
  value: { title, language, order },
});

const draftRow = ({ version, draft }: SavedDraft) => ({ version, value: draft });

/** The frames of PROTOCOL.md about one quiz. */
export function createQuizLine(session: EditorSession, key: string, quiz: string): EditorLine {
  const { ask } = session;

  async function load(): Promise<LoadedQuiz | 'none' | undefined> {
    const drafts: SavedDraft[] = [];
    let after: string | undefined;
    for (;;) {
      const reply = await ask('quiz', { key, quiz, after });
      if (reply?.type === 'refused') return reply.code === 'noQuiz' ? 'none' : undefined;
      if (reply?.type !== 'quiz') return undefined;
      drafts.push(...reply.drafts);
      after = reply.next;
      if (after === undefined)
        return { heading: headingRow(reply.head), drafts: new Map(drafts.map((one) => [one.id, draftRow(one)])) };
    }
  }

  return {
    status: session.connectionStatus,
    load,
    async saveHeading({ version, value: { title, language, order } }) {
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
        if (frame.head) heard({ heading: headingRow(frame.head) });
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
