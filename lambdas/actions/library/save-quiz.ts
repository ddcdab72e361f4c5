import type { QuizHead } from '../../../game/quiz/library.ts';
import { refusal } from '../../../game/refusals.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import type { ActionHandler } from '../../dispatch.ts';
import { tellEditors } from '../../library/tell-editors.ts';
import type { HostPorts } from '../../ports/ports.ts';
import { shown } from './quiz.ts';

/** Title, language and order. The first version makes the quiz. */
export const saveQuiz: ActionHandler<HostPorts, HostMessages['saveQuiz']> = async (ports, message, { connection }) => {
  const { store, now } = ports;
  const owner = await ports.hash(message.key);
  const { quiz, version, title, language, order } = message;
  const savedAt = now();
  const [isInvited, before] = await Promise.all([store.invited(owner), store.head(owner, quiz)]);
  if (!isInvited) return refusal('notHost');
  if (!before && version > 1) return refusal('noQuiz');
  const cover = before?.cover && order.includes(before.cover.question) ? before.cover : undefined;
  const head: QuizHead = { id: quiz, title, language, order, version, savedAt, cover };
  const saved = await store.saveHead(owner, head);
  if (saved !== 'saved') return { type: 'edited', quiz, head: saved.conflict && shown(saved.conflict) };
  if (before) await tellEditors(ports, owner, before, connection, { head: { ...shown(before), ...head } });
  return { type: 'saved', quiz, version, savedAt };
};
