// One connection, driven frame by frame: nothing is repeated, so that a test sees each loss.
import { WebSocket } from 'ws';
import type { Action, Messages } from '../../game/wire/client-messages.ts';
import type { Frame, FrameType } from '../../game/wire/server-frames.ts';

export interface ProtocolClient {
  /** Every frame received, as the text that came. */
  received: string[];
  say<A extends Action>(action: A, fields: Partial<Messages[A]>): Promise<Frame>;
  /** The same, when the reply must be of one type. */
  ask<A extends Action, T extends FrameType>(type: T, action: A, fields: Partial<Messages[A]>): Promise<Frame<T>>;
  /** The first frame, past or to come, that is one of this type and passes. */
  waitFor<T extends FrameType>(type: T, passes?: (frame: Frame<T>) => boolean): Promise<Frame<T>>;
  sendRaw(text: string | Buffer): void;
  closed: Promise<number>;
  close(): void;
}

let ids = 0;

/** Opens a line to `ws://…/socket`. Rejects when the handshake is refused; requests reject after `timeoutMs` ms. */
export async function connectClient(
  url: string,
  { timeoutMs = 60_000, origin, socket: opened }: { timeoutMs?: number; origin?: string; socket?: WebSocket } = {},
): Promise<ProtocolClient> {
  const socket = opened ?? new WebSocket(url, origin ? { origin } : {});
  const received: string[] = [];
  const listeners = new Set<(frame: Frame) => void>();
  socket.on('message', (data) => {
    received.push(String(data));
    const frame = JSON.parse(String(data)) as Frame;
    for (const listener of [...listeners]) listener(frame);
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => {});

  const wait = (passes: (frame: Frame) => boolean, what: string) =>
    new Promise<Frame>((resolve, reject) => {
      const timer = setTimeout(
        () => finish(() => reject(new Error(`no ${what} in ${timeoutMs} ms; last: ${received.at(-1)}`))),
        timeoutMs,
      );
      const finish = (end: () => void) => {
        clearTimeout(timer);
        listeners.delete(listener);
        end();
      };
      const listener = (frame: Frame) => passes(frame) && finish(() => resolve(frame));
      listeners.add(listener);
      void closed.then((code) => finish(() => reject(new Error(`closed with ${code} while waiting for ${what}`))));
    });

  const line: ProtocolClient = {
    received,
    say(action, fields) {
      const id = fields.id ?? `t${ids++}`;
      const reply = wait((frame) => frame.re === id, `reply to ${action}`);
      socket.send(JSON.stringify({ action, ...fields, id }));
      return reply;
    },
    async ask(type, action, fields) {
      const frame = await line.say(action, fields);
      if (frame.type !== type) throw new Error(`${action} was answered with ${JSON.stringify(frame)}`);
      return frame as never;
    },
    async waitFor(type, passes = () => true) {
      const fits = (frame: Frame) => frame.type === type && passes(frame as never);
      const past = received.map((text) => JSON.parse(text) as Frame).find(fits);
      return (past ?? (await wait(fits, type))) as never;
    },
    sendRaw: (text) => socket.send(text),
    closed,
    close: () => socket.close(),
  };
  return line;
}
