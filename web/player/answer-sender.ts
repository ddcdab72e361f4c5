// Choosing an answer: it shows at once, is remembered at once, and is said until the server has it or the question is sealed.
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
  /** After a reload: what was chosen before it and never acknowledged. */
  resume(unsent: UnsentAnswer | undefined): void;
}

/**
 * @param say tells the server; resolves with nothing when it was given up
 * @param remember over a reload; undefined when the server has it
 * @param unheard it was given up, and only the server knows whether it got there
 */
export function createAnswerSender(
  view: PlayerState,
  clock: Pick<Clock, 'now'>,
  say: (answer: UnsentAnswer, manner: RequestOptions) => Promise<Frame | undefined>,
  remember: (unsent: UnsentAnswer | undefined) => void,
  unheard: () => void,
): AnswerSender {
  let last: UnsentAnswer | undefined;

  /** Until its seal an answer may count: a tap at the last instant is not lost. */
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
    // A lost frame has to be said again before the seal, however late the tap; but when everybody taps late, a slow reply is no dead line.
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
