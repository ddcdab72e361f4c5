import type { Move } from './moves.ts';
import { currentTurn, questionNumber, type Room } from './room.ts';
import { partAt } from './turn.ts';

/** The move that the one big button makes at this instant; undefined while the room moves by itself. */
export function nextMove(room: Pick<Room, 'phase' | 'turns' | 'firstTurn' | 'questions'>, now: number): Move | undefined {
  const turn = currentTurn(room);
  const more = questionNumber(room) < room.questions;
  switch (room.phase) {
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
