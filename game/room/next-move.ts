import type { Phase } from './room.ts';
import { questionPhaseAt, type RoundInstants } from './round.ts';
import type { Move } from './transitions.ts';

export type NextMove = Extract<Move, 'start' | 'close' | 'standings' | 'question' | 'podium' | 'again'>;

const NEXT = {
  lobby: () => 'start',
  question: (_more, open) => (open ? 'close' : undefined),
  reveal: (more) => (more ? 'standings' : 'podium'),
  standings: (more) => (more ? 'question' : 'podium'),
  podium: () => 'again',
  closed: () => undefined,
} satisfies Record<Phase, (more: boolean, open: boolean | undefined) => NextMove | undefined>;

/** Undefined while the room moves by itself. */
export function nextMove(
  room: { phase: Phase; turn?: RoundInstants | undefined; number: number; of: number },
  now: number,
): NextMove | undefined {
  return NEXT[room.phase](room.number < room.of, room.turn && questionPhaseAt(room.turn, now) === 'open');
}
