import type { QuizHead, SavedDraft } from '../../game/quiz/library.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import { gatherQuiz } from '../connection/gather-quiz.ts';
import type { PageSession } from '../connection/page-session.ts';
import { hostRefusals } from '../words/en.ts';
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

  async function load(): Promise<LoadedQuiz | 'none' | undefined> {
    const loaded = await gatherQuiz(ask, key, quiz);
    if (!loaded || loaded === 'none') return loaded;
    return { heading: headingRow(loaded.head), drafts: new Map(loaded.drafts.map((one) => [one.id, draftRow(one)])) };
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
