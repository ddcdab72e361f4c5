import { isRefusal, refusal } from '../../../game/refusals.ts';
import { parseAddress } from '../../../game/seats/seat.ts';
import type { PlayerMessages } from '../../../game/wire/client-messages.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * One conditional write: no read, no counter, no broadcast. The recorded
 * instant decides at the seal whether it counts, so no race can lose it.
 */
export const answer: ActionHandler<Ports, PlayerMessages['answer']> = async (ports, message, { at }) => {
  const given = { value: message.answer, at };
  const recorded = await ports.store.recordAnswer(
    parseAddress(message.seat),
    await ports.hash(message.secret),
    message.turn,
    given,
  );
  if (isRefusal(recorded)) return recorded;
  if (recorded.result === 'late') return refusal('notNow');
  if (recorded.result === 'different') return refusal('answeredAlready');
  return { type: 'answered', turn: message.turn, answer: recorded.answer, rev: recorded.rev };
};
