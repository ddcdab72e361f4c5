// Choosing an answer: it shows at once, is remembered at once, and is said until the server has it or the question is sealed.
import type { Frame } from '../game/messages.ts';
import type { Clock } from './clock.ts';
import type { Manner } from './requests.ts';
import type { View } from './view.ts';

const LEAST_PATIENCE_MS = 400;

export interface Unsent {
  turn: number;
  value: string;
}

export interface Answering {
  choose(value: string): void;
  /** After a reload: what was chosen before it and never acknowledged. */
  resume(unsent: Unsent | undefined): void;
}

/**
 * @param say tells the server; resolves with nothing when it was given up
 * @param remember over a reload; undefined when the server has it
 * @param unheard it was given up, and only the server knows whether it got there
 */
export function createAnswering(
  view: View,
  clock: Pick<Clock, 'now'>,
  say: (answer: Unsent, manner: Manner) => Promise<Frame | undefined>,
  remember: (unsent: Unsent | undefined) => void,
  unheard: () => void,
): Answering {
  let last: Unsent | undefined;

  /** Until its seal an answer may count: a tap at the last instant is not lost. */
  function isOpen(turn: number) {
    const room = view.room.peek();
    const now = clock.now();
    return room?.phase === 'question' && room.turn?.number === turn && now >= room.turn.opensAt && now <= room.turn.sealsAt;
  }

  async function send(answer: Unsent) {
    if (!isOpen(answer.turn) || view.answer.peek()?.sent) return;
    last = answer;
    view.choose(answer.turn, answer.value);
    remember(answer);
    // A lost frame has to be said again before the seal, however late the tap; but when everybody taps late, a slow reply is no dead line.
    const patience = Math.max(LEAST_PATIENCE_MS, (view.room.peek()!.turn!.sealsAt - clock.now()) / 2);
    const reply = await say(answer, { patience, gentle: true, wanted: () => isOpen(answer.turn) });
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
