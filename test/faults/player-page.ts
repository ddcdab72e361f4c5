// The real player page behind faulty connections.

import { creditOf } from '../../game/quiz/questions/asked.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import { steadyNow } from '../../local/steady-now.ts';
import { type BrowserEnvironment, later } from '../../web/browser/environment.ts';
import { createPlayerModel } from '../../web/player/player-model.ts';
import type { PlayerModel } from '../../web/ui/page-model.ts';
import { type FrameInTransit, pageEnvironment, type Transfer } from '../support/page-environment.ts';
import type { GameUnderFaults } from './game-under-faults.ts';

export interface Page {
  name: string;
  model: PlayerModel;
  /** Before faults. */
  frames: { at: number; frame: Frame; text: string }[];
  /** Turn to answer. */
  acknowledged: Map<number, { value: string; at: number }>;
  secrets: Set<string>;
  cut(): void;
  jump(): void;
}

const HOUR_MS = 3_600_000;

/** In real time, long timers run ten times faster. */
const fasterTimers: BrowserEnvironment['later'] = (ms, run) => later(Math.max(0, ms >= 3000 ? ms / 10 : ms), run);

/** @param nth page of the room */
export function openPage({ port, plan, open }: Pick<GameUnderFaults, 'port' | 'plan' | 'open'>, pin: string, nth: number): Page {
  const frames: Page['frames'] = [];
  const acknowledged: Page['acknowledged'] = new Map();
  const secrets: Page['secrets'] = new Set();
  /** Action by request id. */
  const asked = new Map<string, string>();
  let wrongBy = (plan.chance('clocks') - 0.5) * 2 * HOUR_MS;
  let cut: FrameInTransit['cut'] = () => {};

  function transfer(way: 'up' | 'down'): Transfer {
    let held: (() => void) | undefined;
    return (pass, line) => {
      const fault = plan.draw('frame', `${way} ${nth}`);
      const release = held;
      held = undefined;
      if (fault === 'cutBefore') line.cut(plan.cut());
      if (fault === 'late') setTimeout(pass, plan.delay());
      else if (fault === 'overtaken') {
        held = pass;
        setTimeout(() => held === pass && pass(), 700);
      } else if (fault !== 'lost') pass();
      if (fault === 'doubled') pass();
      if (fault === 'cutAfter') line.cut(plan.cut());
      release?.();
    };
  }
  const [above, below] = [transfer('up'), transfer('down')];

  const up: Transfer = (pass, line) => {
    const { action, id, secret, seat } = JSON.parse(line.text);
    asked.set(id, action);
    // The seat id is secret too.
    for (const own of [secret, seat?.split('.').at(-1)]) if (own) secrets.add(own);
    above(pass, line);
    if (plan.isCut(`saying ${action}`)) line.cut(plan.cut());
  };
  const down: Transfer = (pass, line) => {
    const frame = JSON.parse(line.text) as Frame;
    frames.push({ at: steadyNow(), frame, text: line.text });
    const moment = frame.re === undefined ? `told the ${phaseOf(frame)}` : `hearing ${asked.get(frame.re)}`;
    if (plan.isCut(moment)) return line.cut(plan.cut());
    below(() => {
      if (frame.type === 'answered' && !acknowledged.has(frame.turn)) acknowledged.set(frame.turn, frame.answer);
      pass();
    }, line);
  };
  const dialled = (ofThisLine: typeof cut) => {
    cut = ofThisLine;
    if (plan.isCut('shaking hands')) setTimeout(() => ofThisLine(plan.cut()), plan.delay() / 200);
  };

  const environment = pageEnvironment({
    port,
    pin,
    up,
    down,
    dialled,
    later: open ? later : fasterTimers,
    ...(open && { open }),
    random: () => plan.chance(`page ${nth}`),
  });
  // The server’s wall clock is not theirs.
  environment.instant = () => ({ monotonicMs: performance.now(), date: steadyNow() + wrongBy });
  return {
    name: `Player ${nth}`,
    model: createPlayerModel(creditOf, environment),
    frames,
    acknowledged,
    secrets,
    cut: () => cut(plan.cut()),
    jump() {
      // Mostly seconds, rarely up to an hour.
      const by = (plan.chance('clocks') * 2 - 1) ** 9 * HOUR_MS;
      wrongBy += by;
      plan.note(by > 0 ? 'clock forwards' : 'clock backwards');
    },
  };
}

/** API Gateway's error frames have no type. */
const phaseOf = (frame: Frame) => (frame.type === 'view' ? frame.room?.phase : undefined);
