// Requests that are said until they are answered (PROTOCOL 1).
import { type Frame, readFrame } from './frames.ts';
import { token } from './token.ts';

interface Transport {
  send(text: string): void;
  close(): void;
}
/** Opens a connection; its callbacks come after it was returned. */
export type Connect = (on: { opened(): void; text(text: string): void; closed(): void }) => Transport;

interface Request {
  action: string;
  [field: string]: unknown;
}

interface Requests {
  /** Resolves with the reply, however many repeats it takes. */
  ask(request: Request): Promise<Frame>;
  /** The code of the refusal, if it is one. */
  refusal(request: Request): Promise<string | undefined>;
  /** Drops the connection; a new one follows by itself. */
  drop(): void;
  /** For good. */
  stop(): void;
}

interface RequestsOptions {
  connect: Connect;
  random: () => number;
  /** Every frame, replies included. */
  heard(frame: Frame): void;
  /** Each time a connection is open. */
  opened(): void;
  /** The server speaks another version of the protocol. */
  outdated(): void;
  /** Of a reply to what was said once, ms; `sent` and `received` by `performance.now()`. */
  timed?(sent: number, t1: number, t2: number, received: number): void;
}

const REPEAT_MS = 3000;
const RECONNECT_MS = 1000;
const TOO_MANY = 'Too Many Requests';

interface Waiting {
  text: string;
  sent: number;
  times: number;
  repeat?: NodeJS.Timeout;
  answered(reply: Frame): void;
}

export function openRequests({ connect, random, heard, opened, outdated, timed }: RequestsOptions): Requests {
  const waiting = new Map<string, Waiting>();
  let transport: Transport | undefined;
  let isOpen = false;
  let stopped = false;
  let reconnect: NodeJS.Timeout | undefined;

  function say(one: Waiting) {
    clearTimeout(one.repeat);
    one.repeat = setTimeout(() => say(one), REPEAT_MS);
    if (!isOpen) return;
    if (one.times === 0) one.sent = performance.now();
    one.times += 1;
    transport?.send(one.text);
  }

  function sayAll() {
    for (const one of waiting.values()) say(one);
  }

  function received(text: string) {
    if (stopped) return;
    const frame = readFrame(text);
    if (frame === 'another version') return outdated();
    if (frame === 'foreign') {
      // The timers say again what was too much.
      if (!text.includes(TOO_MANY)) sayAll();
      return;
    }
    const { re = '', t1, t2 } = frame;
    const request = waiting.get(re);
    waiting.delete(re);
    clearTimeout(request?.repeat);
    if (request?.times === 1 && t1 !== undefined && t2 !== undefined) timed?.(request.sent, t1, t2, performance.now());
    heard(frame);
    request?.answered(frame);
  }

  function dial() {
    transport = connect({
      opened() {
        isOpen = true;
        sayAll();
        opened();
      },
      text: received,
      closed() {
        isOpen = false;
        if (!stopped) reconnect = setTimeout(dial, RECONNECT_MS * (0.5 + random()));
      },
    });
  }
  dial();

  const ask = (request: Request): Promise<Frame> =>
    new Promise((answered) => {
      const id = token(random);
      const one: Waiting = { text: JSON.stringify({ ...request, id }), sent: 0, times: 0, answered };
      waiting.set(id, one);
      say(one);
    });

  return {
    ask,
    async refusal(request) {
      const reply = await ask(request);
      return reply.type === 'refused' ? reply.code : undefined;
    },
    drop: () => transport?.close(),
    stop() {
      stopped = true;
      for (const one of waiting.values()) clearTimeout(one.repeat);
      waiting.clear();
      clearTimeout(reconnect);
      transport?.close();
    },
  };
}
