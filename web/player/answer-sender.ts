// Shown and remembered at once, sent until acknowledged or sealed.
import type { Frame } from '../../game/wire/server-frames.ts';
import type { Clock } from '../clock/clock.ts';
import type { RequestOptions } from '../connection/requests.ts';
import type { PlayerState } from './player-state.ts';

const MIN_TIMEOUT_MS = 400;

interface UnsentAnswer {
  turn: number;
  value: string;
}

interface AnswerSender {
  choose(value: string): void;
  resume(unsent: UnsentAnswer | undefined): void;
}

/** `say` resolves with nothing when given up; `unheard`: it may have arrived all the same. */
export function createAnswerSender(
  view: PlayerState,
  clock: Pick<Clock, 'now'>,
  say: (answer: UnsentAnswer, manner: RequestOptions) => Promise<Frame | undefined>,
  remember: (unsent: UnsentAnswer | undefined) => void,
  unheard: () => void,
): AnswerSender {
  let last: UnsentAnswer | undefined;

  /** Until the seal a last-instant tap may count. */
  function isOpen(turn: number) {
    const room = view.room.peek();
    const now = clock.now();
    return room?.phase === 'question' && room.turn?.number === turn && now >= room.turn.opensAt && now <= room.turn.sealsAt;
  }

  async function send(answer: UnsentAnswer) {
    if (!isOpen(answer.turn) || view.answer.peek()?.sent) return;
    last = answer;
    view.choose(answer.turn, answer.value);
    remember(answer);
    // Leave time for a retry before the seal; a slow reply alone is no dead connection.
    const patience = Math.max(MIN_TIMEOUT_MS, (view.room.peek()!.turn!.sealsAt - clock.now()) / 2);
    const reply = await say(answer, { timeoutMs: patience, keepConnection: true, isWanted: () => isOpen(answer.turn) });
    if (!reply) unheard();
    else if (last === answer) remember(undefined);
  }

  return {
    choose(value) {
      const turn = view.room.peek()?.turn?.number;
      if (turn !== undefined && !view.answer.peek()) void send({ turn, value });
    },
    resume(unsent) {
      if (unsent) void send(unsent);
    },
  };
}
