// What a player's page knows: the newest of each part, in whatever order the parts arrive.
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
  /** Takes what is new in a frame. */
  apply(frame: Frame): void;
  /** Shows an answer before the server has it. */
  choose(turn: number, value: string): void;
  /** Nothing is known: another seat begins. */
  clear(): void;
}

/** A view of nothing yet. */
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
    // "Play again" begins with no points.
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
          // Unless the next question has been answered meanwhile.
          if (frame.turn >= (chosen.peek()?.turn ?? 0))
            chosen.value = { turn: frame.turn, value: frame.answer.value, sent: true };
        } else if (frame.type === 'tally') {
          // Tallies have no version, but answers only become more.
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
