// A player's client, by PROTOCOL.md and RULES.md alone.
import type { Frame } from './frames.ts';
import { type HeldParts, settle, take } from './held-parts.ts';
import { forgetReload, type Page, reloadOnce } from './page.ts';
import { type Connect, openRequests } from './requests.ts';
import { type ServerClock, serverClock } from './server-clock.ts';
import { startTimers } from './timers.ts';
import { token } from './token.ts';
import { watch } from './watch.ts';

interface PlayerOptions extends Page {
  connect: Connect;
  /** The four digits on the big screen, asked for where joining takes two steps. */
  colours?: () => string | Promise<string>;
}

export interface Player {
  readonly held: HeldParts;
  /** `playing`, or why not any more. */
  readonly status: string;
  readonly clock: ServerClock;
  readonly storage: Map<string, string>;
  /** Each of these resolves with the code of a refusal, if any. */
  join(pin: string, name: string): Promise<string | undefined>;
  answer(value: string): Promise<string | undefined>;
  rename(name: string): Promise<string | undefined>;
  leave(): Promise<string | undefined>;
  /** Resolves once it is so; looks after each frame. */
  until(holds: (player: Pick<Player, 'held' | 'status'>) => boolean): Promise<void>;
  /** Loses the connection; another follows by itself. */
  drop(): void;
  stop(): void;
}

const CLOCK_TRIES = 20;
const GOOD_BOUND_MS = 25;
const ENDS = ['removed', 'noSeat', 'closed', 'taken'];

/** Goes on with the seat in its storage, if there is one. */
export function samplePlayer({ connect, colours, random = Math.random, ...page }: PlayerOptions): Player {
  const { storage } = page;
  const held: HeldParts = {};
  const { changed, until } = watch();
  const clock = serverClock(() => performance.now());
  let status = 'playing';
  let saying: number | undefined;

  const requests = openRequests({ connect, random, heard, opened, outdated, timed: clock.sample });
  const timers = startTimers({ held, clock, random, sync, nudge });
  const seat = () => ({ seat: storage.get('address'), secret: storage.get('secret') });

  function end(reason: string) {
    status = reason;
    timers.stop();
    requests.stop();
    changed();
  }

  function outdated() {
    end(reloadOnce(page) ? 'outdated' : 'reloading');
  }

  async function sync(version = held.room?.version ?? 0) {
    if (storage.has('address')) await requests.ask({ action: 'sync', ...seat(), version, rev: held.you?.rev ?? 0 });
  }

  async function nudge() {
    await requests.ask({ action: 'nudge', ...seat(), version: held.room?.version ?? 0 });
  }

  function heard(frame: Frame) {
    if (frame.v !== undefined) forgetReload(page);
    if (frame.type === 'refused' && storage.has('address') && ENDS.includes(frame.code)) return end(frame.code);
    take(held, frame);
    if (held.room?.phase === 'closed') return end('closed');
    timers.heard(frame, settle(held, saying !== undefined && saying === held.room?.judged));
    changed();
  }

  async function opened() {
    void sync();
    for (let tries = 0; tries < CLOCK_TRIES && !(clock.bound() <= GOOD_BOUND_MS); tries++)
      await requests.ask({ action: 'clock' });
  }

  async function join(pin: string, name: string, tapped?: string): Promise<string | undefined> {
    // Kept before they are said: a repeated join is then the same join.
    for (const key of ['seat', 'secret']) if (!storage.has(key)) storage.set(key, token(random));
    const own = { seat: storage.get('seat'), secret: storage.get('secret') };
    const reply = await requests.ask({ action: 'join', pin, name, ...own, colours: tapped });
    if (reply.type === 'view' && reply.you) storage.set('address', reply.you.address);
    if (reply.type !== 'refused') return undefined;
    return reply.code === 'coloursNeeded' && colours ? join(pin, name, await colours()) : reply.code;
  }

  const player: Player = {
    held,
    get status() {
      return status;
    },
    clock,
    storage,
    join: (pin, name) => join(pin, name),
    async answer(value) {
      saying = held.room?.turn?.number;
      const code = await requests.refusal({ action: 'answer', ...seat(), turn: saying, answer: value });
      saying = undefined;
      if (code === 'answeredAlready') void sync();
      return code;
    },
    rename: (name) => requests.refusal({ action: 'rename', ...seat(), name }),
    async leave() {
      const code = await requests.refusal({ action: 'leave', ...seat() });
      if (!code) end('left');
      return code;
    },
    until: (holds) => until(() => holds(player)),
    drop: requests.drop,
    stop: () => end('stopped'),
  };
  return player;
}
