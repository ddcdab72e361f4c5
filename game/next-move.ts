import type { Move } from './moves.ts';
import { partAt } from './turn.ts';
import type { RoomView } from './views.ts';

/** The move that the one big button makes at this instant; undefined while the room moves by itself. */
export function nextMove(
  { phase, turn, number, of }: Pick<RoomView, 'phase' | 'turn' | 'number' | 'of'>,
  now: number,
): Move | undefined {
  const more = number < of;
  switch (phase) {
    case 'lobby':
      return 'start';
    case 'question':
      return turn && partAt(turn, now) === 'open' ? 'close' : undefined;
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
