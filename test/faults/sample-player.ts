// Somebody else's client behind faulty connections.
import assert from 'node:assert/strict';
import { openSocket } from '../support/page-environment.ts';
import { samplePlayer } from '../support/sample-client/player.ts';
import { webSocketTo } from '../support/sample-client/web-socket.ts';
import { faultyLine } from './faulty-line.ts';
import { type FaultyPlayer, tapOf } from './faulty-player.ts';
import type { GameUnderFaults } from './game-under-faults.ts';

/** Joins. @param nth player of the room */
export function openSample(game: Pick<GameUnderFaults, 'port' | 'plan' | 'open'>, pin: string, nth: number): FaultyPlayer {
  const { port, plan, open } = game;
  const { up, down, dialled, ...line } = faultyLine(plan, nth);
  const name = `Player ${nth}`;
  const player = samplePlayer({
    connect: webSocketTo(`ws://127.0.0.1:${port}/socket`, (url) => openSocket(url, { up, down, dialled, ...(open && { open }) })),
    storage: new Map(),
    reload() {
      throw new Error('another protocol');
    },
    random: () => plan.chance(`sample ${nth}`),
  });
  const { held, clock } = player;
  const tap = tapOf(plan);

  async function play() {
    await player.join(pin, name);
    for (let next = 0; ; next++) {
      await player.until(() => held.room?.phase === 'question' && (held.room.turn?.number ?? -1) >= next);
      const { number, opensAt } = held.room?.turn ?? { number: next, opensAt: 0 };
      next = number;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, opensAt - clock.now()) + tap.after));
      if (held.room?.turn?.number === number) await player.answer(tap.value(number));
    }
  }
  void play();

  return {
    ...line,
    name,
    // It keeps what it needs of a room.
    checkRoom: (is) => assert.partialDeepStrictEqual(is, held.room),
    standing: () => held.result,
    isIn: () => player.status === 'playing' && held.you !== undefined,
    isForgotten: () => player.status === 'noSeat',
    isOver: () => player.status === 'closed',
    isSettledAt: (version) => held.room?.version === version && held.result?.turn === held.room.judged,
    seen: () => [player.status, held.room?.version, held.result?.turn].join(' '),
    jump() {},
    leave: player.stop,
  };
}
