// The connections of somebody, whose frames suffer as planned; and what came over them.
import * as v from 'valibot';
import type { Frame } from '../../game/wire/server-frames.ts';
import { steadyNow } from '../../local/steady-now.ts';
import type { FrameInTransit, Transfer } from '../support/page-environment.ts';
import type { FaultPlan } from './fault-plan.ts';

export interface FaultyLine {
  up: Transfer;
  down: Transfer;
  dialled(cut: FrameInTransit['cut']): void;
  cut(): void;
  /** Before faults. */
  frames: { at: number; frame: Frame; text: string }[];
  /** Turn to answer. */
  acknowledged: Map<number, { value: string; at: number }>;
  secrets: Set<string>;
  /** Before faults. */
  said: string[];
}

const request = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ action: v.string(), id: v.string(), secret: v.optional(v.string()), seat: v.optional(v.string()) }),
);

/** @param who player of the room, by number, or a name */
export function faultyLine(plan: FaultPlan, who: number | string): FaultyLine {
  const frames: FaultyLine['frames'] = [];
  const acknowledged: FaultyLine['acknowledged'] = new Map();
  const secrets: FaultyLine['secrets'] = new Set();
  const said: string[] = [];
  /** Action by request id. */
  const asked = new Map<string, string>();
  let cut: FrameInTransit['cut'] = () => {};

  function transfer(way: 'up' | 'down'): Transfer {
    let held: (() => void) | undefined;
    return (pass, line) => {
      const fault = plan.draw('frame', `${way} ${who}`);
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

  return {
    up(pass, line) {
      const { action, id, secret, seat } = v.parse(request, line.text);
      asked.set(id, action);
      said.push(line.text);
      // The seat id is secret too.
      for (const own of [secret, seat?.split('.').at(-1)]) if (own) secrets.add(own);
      above(pass, line);
      if (plan.isCut(`saying ${action}`)) line.cut(plan.cut());
    },
    down(pass, line) {
      const frame: Frame = JSON.parse(line.text);
      frames.push({ at: steadyNow(), frame, text: line.text });
      const moment = frame.re === undefined ? `told the ${phaseOf(frame)}` : `hearing ${asked.get(frame.re)}`;
      if (plan.isCut(moment)) return line.cut(plan.cut());
      below(() => {
        if (frame.type === 'answered' && !acknowledged.has(frame.turn)) acknowledged.set(frame.turn, frame.answer);
        pass();
      }, line);
    },
    dialled(ofThisLine) {
      cut = ofThisLine;
      if (plan.isCut('shaking hands')) setTimeout(() => ofThisLine(plan.cut()), plan.delay() / 200);
    },
    cut: () => cut(plan.cut()),
    frames,
    acknowledged,
    secrets,
    said,
  };
}

/** API Gateway's error frames have no type. */
const phaseOf = (frame: Frame) => (frame.type === 'view' ? frame.room?.phase : frame.type);
