import { refusal } from '../../../game/refusals.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import type { ActionHandler } from '../../dispatch.ts';
import { tellEditors } from '../../library/tell-editors.ts';
import type { HostPorts } from '../../ports/ports.ts';
import { shown } from './quiz.ts';

/** Into the bin, or out of it. */
export const binQuiz: ActionHandler<HostPorts, HostMessages['binQuiz']> = async (ports, message, { connection }) => {
  const owner = await ports.hash(message.key);
  const binnedAt = message.binned ? ports.now() : undefined;
  if (!(await ports.store.invited(owner))) return refusal('notHost');
  const head = await ports.store.markQuiz(owner, message.quiz, { binnedAt });
  if (!head) return refusal('noQuiz');
  await tellEditors(ports, owner, head, connection, { head: shown(head) });
  return { type: 'saved', quiz: head.id, version: head.version, savedAt: head.savedAt };
};
