import type { RoomView } from '../wire/views.ts';
import { questionPhaseAt } from './round.ts';
import type { Move } from './transitions.ts';

/** The main button's command; undefined while the room moves by itself. */
export function nextMove(
  { phase, turn, number, of }: Pick<RoomView, 'phase' | 'turn' | 'number' | 'of'>,
  now: number,
): Move | undefined {
  const more = number < of;
  switch (phase) {
    case 'lobby':
      return 'start';
    case 'question':
      return turn && questionPhaseAt(turn, now) === 'open' ? 'close' : undefined;
    case 'reveal':
      return more ? 'standings' : 'podium';
    case 'standings':
      return more ? 'question' : 'podium';
    case 'podium':
      return 'again';
    case 'closed':
      return undefined;
  }
}
