// The current connection and its clock; frames of an earlier one are ignored.
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { type Frame, PROTOCOL } from '../../game/wire/server-frames.ts';
import type { BrowserEnvironment } from '../browser/environment.ts';
import type { Clock } from '../clock/clock.ts';
import { GOOD_BOUND_MS, startClockSync } from '../clock/clock-sync.ts';
import { type Connection, type ConnectionHooks, createConnection } from './connection.ts';
import type { Request } from './requests.ts';
import type { ConnectionStatus, RefusalNotice } from './status.ts';

const FAREWELL_MS = 3000;

export interface SessionHooks extends Pick<ConnectionHooks, 'onOpen' | 'onFrame' | 'mayRenew'> {
  /** Any refusal, requested or not. */
  onRefusal(refusal: RefusalNotice): void;
}

export interface Session {
  /** `open` also while ended. */
  connectionStatus: ReadonlySignal<ConnectionStatus>;
  /** Resolves with nothing when the session has ended. */
  ask: Request;
  isOn(): boolean;
  begin(): void;
  end(farewell?: (request: Request) => Promise<unknown>): void;
}

export function createSession(environment: BrowserEnvironment, clock: Clock, hooks: SessionHooks): Session {
  const link = signal<Connection>();
  const outdated = signal(false);
  let stopClock = () => {};

  const listening =
    (request: Request): Request =>
    async (action, fields, manner) => {
      const by = link.peek();
      const reply = await request(action, fields, manner);
      if (by !== link.peek()) return undefined;
      if (reply?.type === 'refused') hooks.onRefusal(reply);
      return reply;
    };
  const ask = listening(async (action, fields, manner) => link.peek()?.request(action, fields, manner));

  function heard(frame: Frame) {
    if ((frame.v ?? PROTOCOL) !== PROTOCOL) {
      outdated.value = !environment.reloadOnce();
      return;
    }
    hooks.onFrame(frame);
    if (frame.type === 'refused' && frame.re === undefined) hooks.onRefusal(frame);
  }

  return {
    connectionStatus: computed(() => (outdated.value ? 'outdated' : (link.value?.status.value ?? 'open'))),
    ask,
    isOn: () => link.peek() !== undefined,
    begin() {
      const own = createConnection(environment, {
        onOpen: (request) => hooks.onOpen(listening(request)),
        onFrame: (frame) => link.peek() === own && heard(frame),
        onSample: clock.add,
        mayRenew: hooks.mayRenew,
      });
      link.value = own;
      stopClock = startClockSync(clock, environment, () => ask('clock', {}, { isWanted: () => clock.bound() > GOOD_BOUND_MS }));
    },
    end(farewell) {
      stopClock();
      const last = link.peek();
      link.value = undefined;
      if (!last) return;
      if (!farewell) return last.close();
      void farewell(last.request).then(last.close);
      environment.later(FAREWELL_MS, last.close);
    },
  };
}
