// The newest of each part, in whatever order frames arrive.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { PlayerStanding } from '../../game/seats/standing.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import type { RoomView, YouView } from '../../game/wire/views.ts';
import { type CreditOf, type OwnAnswer, ownStanding } from './own-standing.ts';

interface Chosen extends OwnAnswer {
  turn: number;
}

export interface PlayerState {
  room: ReadonlySignal<RoomView | undefined>;
  you: ReadonlySignal<YouView | undefined>;
  /** The last known while it is settling. */
  standing: ReadonlySignal<PlayerStanding | undefined>;
  /** The server has to be asked for it. */
  isSettling: ReadonlySignal<boolean>;
  answer: ReadonlySignal<{ value: string; sent: boolean } | undefined>;
  tally: ReadonlySignal<{ answered: number; waiting: number } | undefined>;
  /** The versions that it holds; none of a room whose standing is missing, which comes with the whole view alone. */
  seen(): { version: number; rev: number };
  apply(frame: Frame): void;
  choose(turn: number, value: string): void;
  clear(): void;
}

export function createPlayerState(creditOf: CreditOf): PlayerState {
  const room = signal<RoomView>();
  const you = signal<YouView>();
  /** The last from the server, or derived for an earlier version. */
  const kept = signal<PlayerStanding>();
  const tally = signal<Extract<Frame, { type: 'tally' }>>();
  const chosen = signal<Chosen>();
  const turn = computed(() => room.value?.turn?.number);
  const answer = computed((): OwnAnswer | undefined => {
    const recorded = you.value?.answer;
    return recorded?.turn === turn.value ? recorded : chosen.value?.turn === turn.value ? chosen.value : undefined;
  });
  const isOfGame = (one: PlayerStanding | undefined) => one && one.turn >= (room.value?.firstTurn ?? 0);
  const standing = computed(() => ownStanding(room.value, you.value, answer.value, kept.value, creditOf));

  return {
    room,
    you,
    standing: computed(() => (standing.value !== 'unknown' ? standing.value : isOfGame(kept.value) ? kept.value : undefined)),
    isSettling: computed(() => standing.value === 'unknown'),
    answer: computed(() => answer.value && { value: answer.value.value, sent: answer.value.at !== undefined }),
    tally: computed(() => {
      const last = tally.value;
      return last && last.turn === turn.value ? { answered: last.answered, waiting: last.waiting } : undefined;
    }),
    seen: () => ({
      version: standing.peek() === 'unknown' ? 0 : (room.peek()?.version ?? 0),
      rev: you.peek()?.rev ?? 0,
    }),
    apply: (frame) =>
      batch(() => {
        if (frame.type === 'view') {
          if (frame.room && frame.room.version > (room.peek()?.version ?? 0)) {
            const last = standing.peek();
            if (last !== 'unknown') kept.value = last;
            room.value = frame.room;
          }
          if (frame.you && frame.you.rev > (you.peek()?.rev ?? -1)) you.value = frame.you;
          // The server knows best.
          if (frame.standing && frame.standing.version >= (kept.peek()?.version ?? 0)) kept.value = frame.standing;
        } else if (frame.type === 'answered') {
          // Unless the next question is answered already.
          if (frame.turn >= (chosen.peek()?.turn ?? 0)) chosen.value = { turn: frame.turn, ...frame.answer };
        } else if (frame.type === 'tally') {
          // Tallies have no version, but only rise.
          const last = tally.peek();
          if (!last || frame.turn > last.turn || (frame.turn === last.turn && frame.answered >= last.answered))
            tally.value = frame;
        }
      }),
    choose(turn, value) {
      chosen.value = { turn, value };
    },
    clear: () =>
      batch(() => {
        room.value = you.value = kept.value = tally.value = chosen.value = undefined;
      }),
  };
}
