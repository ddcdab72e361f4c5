// One player over a real socket; behaves as the page does.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Action, Messages } from '../game/wire/client-messages.ts';
import type { Frame } from '../game/wire/server-frames.ts';
import { type Estimate, offsetAt, withSample } from '../web/clock/clock.ts';
import { backoff } from '../web/connection/backoff.ts';
import { onceParsed } from './once-parsed.ts';

const CONNECT_MS = 8000;
const GOOD_MS = 25;
const MOST_SAMPLES = 20;

/** `at` is a tick of `performance.now()`. */
interface FrameListener {
  heard(player: Player, frame: Frame, at: number, bytes: number): void;
  /** Unplanned disconnect; `back` resolves after the reconnect. */
  lost(player: Player, back: Promise<void>): void;
}

export interface Player {
  number: number;
  estimate: Estimate | undefined;
  /** @throws when refused */
  join(): Promise<void>;
  /** Serialises an answer ahead of the measured burst. */
  answering(turn: number, answer: string): string;
  speak(text: string): void;
  /** Syncs, then randomises the next periodic sync. */
  settle(): Promise<void>;
  stall(): void;
  readOn(): void;
  /** Disconnects; resolves when back in the seat. */
  drop(): Promise<void>;
  leave(): void;
}

const parsed = onceParsed();
const token = () => randomBytes(16).toString('base64url');
const originOf = (url: string) => url.replace(/^ws/, 'http').replace(/\/socket$/, '');

export function newPlayer(url: string, pin: string, number: number, listener: FrameListener): Player {
  const own = { seat: token(), secret: token() };
  const waiting = new Map<string, { sent: number; done: (frame: Frame) => void; failed: (error: Error) => void }>();
  let socket: WebSocket;
  let ids = 0;
  let room = 0;
  let rev = 0;
  let syncIn = 20_000;
  let syncTimer: NodeJS.Timeout | undefined;
  let gone = false;

  let waitsFor = 0;
  const restartSyncTimer = (ms: number) => {
    // With every frame: a new timer for each would delay the others' receipts.
    if (syncTimer && ms === waitsFor) return void syncTimer.refresh();
    clearTimeout(syncTimer);
    waitsFor = ms;
    syncTimer = setTimeout(() => void sync().catch(() => {}), Math.max(0, ms)).unref();
  };

  function receive(data: Buffer): void {
    const at = performance.now();
    const frame = parsed(data) as Frame;
    const asked = frame.re === undefined ? undefined : waiting.get(frame.re);
    if (asked) {
      waiting.delete(frame.re!);
      const { t1, t2 } = frame;
      const instant = (monotonicMs: number) => ({ monotonicMs, date: performance.timeOrigin + monotonicMs });
      if (t1 && t2) player.estimate = withSample(player.estimate, { sent: instant(asked.sent), received: instant(at), t1, t2 });
    }
    if (frame.type === 'view') {
      room = frame.room?.version ?? room;
      rev = frame.you?.rev ?? rev;
      syncIn = frame.syncIn ?? syncIn;
    }
    restartSyncTimer(syncIn);
    listener.heard(player, frame, at, data.length);
    asked?.done(frame);
  }

  function say<A extends Action>(action: A, fields: Partial<Messages[A]>): Promise<Frame> {
    const id = `b${ids++}`;
    return new Promise((done, failed) => {
      waiting.set(id, { sent: performance.now(), done, failed });
      socket.send(JSON.stringify({ action, ...fields, id }));
    });
  }
  const sync = () => say('sync', { ...own, version: room, rev });

  function connect(): Promise<void> {
    const line = new WebSocket(url, { origin: originOf(url), perMessageDeflate: false, handshakeTimeout: CONNECT_MS });
    socket = line;
    line.on('message', receive);
    return new Promise((resolve, reject) => {
      let opened = false;
      line.on('error', reject);
      line.on('open', () => {
        opened = true;
        resolve();
      });
      line.on('close', () => {
        if (line !== socket) return;
        forget();
        if (opened && !gone) listener.lost(player, comeBack());
      });
    });
  }
  function forget() {
    clearTimeout(syncTimer);
    syncTimer = undefined;
    for (const { failed } of waiting.values()) failed(new Error('the line was lost'));
    waiting.clear();
  }

  async function comeBack(): Promise<void> {
    for (let tries = 0; ; tries++) {
      await pause(backoff(Math.random(), tries));
      try {
        await connect();
        const back = await sync();
        if (back.type !== 'view') throw new Error(`player ${number} could not come back: ${JSON.stringify(back)}`);
        return;
      } catch (error) {
        if (gone || /could not come back/.test(String(error))) throw error;
      }
    }
  }

  const player: Player = {
    number,
    estimate: undefined,
    async join() {
      await connect();
      const reply = await say('join', { pin, ...own, name: `Player ${number}` });
      if (reply.type !== 'view') throw new Error(`player ${number} could not join: ${JSON.stringify(reply)}`);
      own.seat = reply.you!.address;
      for (let i = 0; i < MOST_SAMPLES && offsetAt(player.estimate!, performance.now()).bound > GOOD_MS; i++)
        await say('clock', {});
    },
    answering: (turn, answer) => JSON.stringify({ action: 'answer', ...own, turn, answer, id: `a${turn}` }),
    speak(text) {
      // The acknowledgement is a clock sample too.
      waiting.set(text.slice(text.lastIndexOf(':') + 2, -2), { sent: performance.now(), done() {}, failed() {} });
      socket.send(text);
    },
    async settle() {
      await sync();
      restartSyncTimer(Math.random() * syncIn);
    },
    stall: () => socket.pause(),
    readOn: () => socket.resume(),
    drop() {
      const line = socket;
      // Planned: the close listener ignores it.
      socket = undefined as never;
      forget();
      line.terminate();
      return comeBack();
    },
    leave() {
      gone = true;
      clearTimeout(syncTimer);
      socket.close();
    },
  };
  return player;
}
