// The line in force, with the clock that is read over it. What an earlier line still brings is of the past and not heard.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Frame } from '../game/messages.ts';
import type { Clock } from './clock.ts';
import { createLink, type Link, type LinkHooks } from './link.ts';
import type { Line, Told } from './model.ts';
import type { Request } from './requests.ts';
import { GOOD_MS, keepClock } from './sampling.ts';
import type { World } from './world.ts';

/** A farewell may take this long, ms. */
const FAREWELL_MS = 3000;

interface Hooks extends Pick<LinkHooks, 'opened' | 'heard' | 'mayRenew'> {
  /** Any refusal, asked for or not. */
  refused(refusal: Told): void;
}

export interface Conversation {
  /** `open` also while there is nothing to say. */
  line: ReadonlySignal<Line>;
  /** Resolves with nothing when the conversation has ended meanwhile. */
  ask: Request;
  isOn(): boolean;
  begin(): void;
  /** @param farewell the last thing to be said */
  end(farewell?: (request: Request) => Promise<unknown>): void;
}

/** Nothing is said until it begins, and it may begin again after its end. */
export function createConversation(world: World, clock: Clock, hooks: Hooks): Conversation {
  const link = signal<Link>();
  let stopClock = () => {};

  const listening =
    (request: Request): Request =>
    async (action, fields, manner) => {
      const by = link.peek();
      const reply = await request(action, fields, manner);
      if (by !== link.peek()) return undefined;
      if (reply?.type === 'refused') hooks.refused(reply);
      return reply;
    };
  const ask = listening(async (action, fields, manner) => link.peek()?.request(action, fields, manner));

  function heard(frame: Frame) {
    hooks.heard(frame);
    if (frame.type === 'refused' && frame.re === undefined) hooks.refused(frame);
  }

  return {
    line: computed(() => link.value?.line.value ?? 'open'),
    ask,
    isOn: () => link.peek() !== undefined,
    begin() {
      const own = createLink(world, {
        opened: (request) => hooks.opened(listening(request)),
        heard: (frame) => link.peek() === own && heard(frame),
        sampled: clock.add,
        mayRenew: hooks.mayRenew,
      });
      link.value = own;
      // Often the reply to the claim says enough already.
      stopClock = keepClock(clock, world, () => ask('clock', {}, { wanted: () => clock.bound() > GOOD_MS }));
    },
    end(farewell) {
      stopClock();
      const last = link.peek();
      link.value = undefined;
      if (!last) return;
      if (!farewell) return last.close();
      void farewell(last.request).then(last.close);
      world.later(FAREWELL_MS, last.close);
    },
  };
}
