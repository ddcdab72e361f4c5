import type { Frame } from '../../game/wire/server-frames.ts';
import type { BrowserEnvironment } from '../browser/environment.ts';
import type { Clock } from '../clock/clock.ts';
import { createSession, type Session, type SessionHooks } from './session.ts';

/** For parts of a page that come and go. */
export interface PageSession extends Pick<Session, 'connectionStatus' | 'ask'> {
  /** Every frame. @returns how to stop */
  onFrame(heard: (frame: Frame) => void): () => void;
  /** Each new connection. @returns how to stop */
  onConnected(run: () => void): () => void;
}

export function createPageSession(environment: BrowserEnvironment, clock: Clock, hooks: SessionHooks): Session & PageSession {
  const listeners = new Set<(frame: Frame) => void>();
  const connected = new Set<() => void>();
  const session = createSession(environment, clock, {
    ...hooks,
    async onOpen(request) {
      await hooks.onOpen(request);
      for (const run of connected) run();
    },
    onFrame(frame) {
      hooks.onFrame(frame);
      for (const heard of listeners) heard(frame);
    },
  });
  return { ...session, onFrame: added(listeners), onConnected: added(connected) };
}

const added =
  <T>(all: Set<T>) =>
  (one: T) => {
    all.add(one);
    return () => void all.delete(one);
  };
