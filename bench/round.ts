// Measures one question beside the bare loop and echo.

import { setTimeout as pause } from 'node:timers/promises';
import type { Asked } from '../game/quiz/questions/index.ts';
import type { Frame } from '../game/wire/server-frames.ts';
import { diskFlush } from './disk-flush.ts';
import { median, percentile, type Spread, spreadOf } from './figures.ts';
import { ownInstants, type Setup, untilRevealed } from './setup.ts';

/** Times in ms, since click, send or host sync. */
export interface Round {
  question: Spread;
  /** Spread of openings on the players' clocks. */
  opening: number;
  answers: Spread;
  counted: number;
  reveal: Spread;
  loop?: Spread | undefined;
  echo?: Spread | undefined;
  /** Flush of as many bytes, ms. */
  flush: number;
  /** CPU time, ms. */
  cpu?: { question: number; loop: number; answers: number; echo: number; reveal: number } | undefined;
  perPlayer: { frames: number; bytes: number };
  missing: number;
  /** Acknowledged answers that did not count. */
  uncounted: number;
}

export interface RoundOptions {
  answers: 'same' | 'spread';
  rough: boolean;
}

const SPREAD_MS = 8000;
const STALL_MS = 1000;
const THUMB_MS = 100;

function answerTo({ kind, prompt }: Asked, number: number): string {
  const option = 1 + (number % ('options' in prompt ? prompt.options.length : 2));
  return kind === 'several' && option > 1 ? `1,${option}` : String(option);
}

export async function playRound(setup: Setup, turn: number, { answers, rough }: RoundOptions): Promise<Round> {
  const { host, phones, server, bare } = setup;
  const size = phones.players.length;
  const spent = async (child = server?.child) => (child ? (await child.usage()).cpu : Number.NaN);
  const before = { ...phones.received };

  const slow = rough ? phones.players.filter(({ number }) => number % 50 === 0) : [];
  for (const player of slow) player.stall();
  let bytes = '';
  const told = phones.receipts((frame) => {
    const is = frame.type === 'view' && frame.room?.phase === 'question' && frame.room.turn!.number === turn;
    if (is && frame.re === undefined) bytes ||= JSON.stringify(frame);
    return is;
  });
  const idle = await spent();
  const clicked = performance.now();
  const { turn: asked, asked: question } = await host.move(turn === 0 ? 'start' : 'question');
  if (rough) {
    await pause(STALL_MS);
    for (const player of slow) player.readOn();
    await Promise.all(phones.players.filter(({ number }) => number % 50 === 1).map((player) => player.drop()));
  }
  const heard = await told;
  const toldAt = await spent();
  const quiet = await spent(bare?.child);
  const loop = await bare?.loop(bytes);
  const looped = await spent(bare?.child);

  const opens = ownInstants(phones, asked!.opensAt);
  const texts = phones.players.map((player) => player.answering(turn, answerTo(question!, player.number)));
  const acknowledged = phones.receipts((frame) => frame.type === 'answered' && frame.turn === turn);
  await pause(Math.max(0, median(opens) + THUMB_MS - performance.now()));
  const open = await spent();
  const began = performance.now();
  const said = new Map<number, number>();
  const counted = untilCounted(setup);
  if (answers === 'same')
    for (const [number, player] of phones.players.entries()) {
      said.set(number, began);
      player.speak(texts[number]!);
    }
  else
    await Promise.all(
      phones.players.map(async (player, number) => {
        await pause(Math.random() * SPREAD_MS);
        said.set(number, performance.now());
        player.speak(texts[number]!);
      }),
    );
  const replied = await acknowledged;
  const answered = await spent();
  const countedAt = await counted;
  const still = await spent(bare?.child);
  const echo = answers === 'same' ? await bare?.echo(texts) : undefined;
  const echoed = await spent(bare?.child);
  const flush = await diskFlush(texts.join('').length);

  let uncounted = 0;
  const revealed = phones.receipts((frame) => {
    if (frame.type !== 'view' || frame.room?.phase !== 'reveal' || frame.room.turn!.number !== turn) return false;
    uncounted = phones.players.length - (frame.room.asked?.outcome?.answers ?? 0);
    return true;
  });
  const sealed = await spent();
  const looked = await untilRevealed(host);
  const shown = await revealed;
  const done = await spent();
  return {
    question: spreadOf([...heard.values()], clicked),
    opening: percentile(opens, 1) - percentile(opens, 0),
    answers: spreadOf(
      [...replied].map(([number, at]) => at - said.get(number)!),
      0,
    ),
    counted: countedAt - began,
    reveal: spreadOf([...shown.values()], looked),
    loop: loop && spreadOf(loop.ticks, loop.from),
    echo: echo && spreadOf(echo.ticks, echo.from),
    flush,
    cpu: server && {
      question: toldAt - idle,
      loop: looped - quiet,
      answers: answered - open,
      echo: echoed - still,
      reveal: done - sealed,
    },
    perPlayer: {
      frames: (phones.received.frames - before.frames) / size,
      bytes: (phones.received.bytes - before.bytes) / size,
    },
    missing: 3 * size - heard.size - replied.size - shown.size,
    uncounted,
  };
}

/** Polls as a host's page; NaN if incomplete. */
async function untilCounted({ host, phones }: Setup): Promise<number> {
  let wait = Math.random() * 250;
  for (;;) {
    await pause(wait);
    const { stage, lookIn }: Frame<'stage'> = await host.look({ names: 60 });
    if (stage!.answered === phones.players.length) return performance.now();
    if (host.room.phase !== 'question') return Number.NaN;
    wait = lookIn!;
  }
}
