import type { Room } from '../room/room.ts';
import { inTime, isEarly, type Round } from '../room/round.ts';
import type { Answer, Seat } from '../seats/seat.ts';
import type { PlayerStanding } from '../seats/standing.ts';

export const outOfTime = (turn: Round, answer: Answer) => (isEarly(turn, answer) ? 'early' : 'late');

/** Standings hold no answer that was stored after them: one that was out of time is told all the same. */
export function withOwnAnswer(room: Room, seat: Seat, standing: PlayerStanding): PlayerStanding {
  const [turn, answer] = [room.turns[standing.turn], seat.answers[standing.turn]];
  if (standing.mark !== 'none' || !turn || !answer || inTime(turn, answer)) return standing;
  return { ...standing, mark: outOfTime(turn, answer) };
}
