// The newest of each part, in whatever order frames arrive.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PlayerStanding } from '../../game/seats/standing.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import type { RoomView, YouView } from '../../game/wire/views.ts';

interface Chosen {
  turn: number;
  value: string;
  sent: boolean;
}

export interface PlayerState {
  room: ReadonlySignal<RoomView | undefined>;
  you: ReadonlySignal<YouView | undefined>;
  standing: ReadonlySignal<PlayerStanding | undefined>;
  answer: ReadonlySignal<{ value: string; sent: boolean } | undefined>;
  tally: ReadonlySignal<{ answered: number; waiting: number } | undefined>;
  apply(frame: Frame): void;
  choose(turn: number, value: string): void;
  clear(): void;
}

export function createPlayerState(): PlayerState {
  const room = signal<RoomView>();
  const you = signal<YouView>();
  const standing = signal<PlayerStanding>();
  const tally = signal<Extract<Frame, { type: 'tally' }>>();
  const chosen = signal<Chosen>();
  const turn = computed(() => room.value?.turn?.number);

  return {
    room,
    you,
    // "Play again" starts at no points.
    standing: computed(() => {
      const last = standing.value;
      return last && room.value && last.turn >= room.value.firstTurn ? last : undefined;
    }),
    answer: computed(() => {
      const recorded = you.value?.answer;
      if (recorded && recorded.turn === turn.value) return { value: recorded.value, sent: true };
      const own = chosen.value;
      return own && own.turn === turn.value ? { value: own.value, sent: own.sent } : undefined;
    }),
    tally: computed(() => {
      const last = tally.value;
      return last && last.turn === turn.value ? { answered: last.answered, waiting: last.waiting } : undefined;
    }),
    apply: (frame) =>
      batch(() => {
        if (frame.type === 'view') {
          if (frame.room && frame.room.version > (room.peek()?.version ?? 0)) room.value = frame.room;
          if (frame.you && frame.you.rev > (you.peek()?.rev ?? -1)) you.value = frame.you;
          if (frame.standing && frame.standing.version > (standing.peek()?.version ?? 0)) standing.value = frame.standing;
        } else if (frame.type === 'answered') {
          // Unless the next question is answered already.
          if (frame.turn >= (chosen.peek()?.turn ?? 0))
            chosen.value = { turn: frame.turn, value: frame.answer.value, sent: true };
        } else if (frame.type === 'tally') {
          // Tallies have no version, but only rise.
          const last = tally.peek();
          if (!last || frame.turn > last.turn || (frame.turn === last.turn && frame.answered >= last.answered))
            tally.value = frame;
        }
      }),
    choose(turn, value) {
      chosen.value = { turn, value, sent: false };
    },
    clear: () =>
      batch(() => {
        room.value = you.value = standing.value = tally.value = chosen.value = undefined;
      }),
  };
}
