import { ordered } from '../../../game/quiz/library.ts';
import { refusal } from '../../../game/refusals.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import type { ActionHandler } from '../../dispatch.ts';
import { SAMPLES } from '../../ports/library.ts';
import type { HostPorts } from '../../ports/ports.ts';

/** An own quiz or a sample. Repeatable: the copy's id is the page's. */
export const copyQuiz: ActionHandler<HostPorts, HostMessages['copyQuiz']> = async ({ store, hash, now }, message) => {
  const { key, quiz, from, sample, title } = message;
  const owner = await hash(key);
  const source = sample ? SAMPLES : owner;
  const [isInvited, head, drafts] = await Promise.all([
    store.invited(owner),
    store.head(source, from),
    store.drafts(source, from),
  ]);
  if (!isInvited) return refusal('notHost');
  if (!head) return refusal('noQuiz');
  const copies = ordered(head, drafts).map((draft) => ({ ...draft, version: 1 }));
  await Promise.all(copies.map((draft) => store.saveDraft(owner, quiz, draft)));
  const savedAt = now();
  const { language, order, cover } = head;
  // A conflict is this request, repeated.
  await store.saveHead(owner, { id: quiz, title, language, order, cover, version: 1, savedAt });
  return { type: 'saved', quiz, version: 1, savedAt };
};
