// What a player has earned, from what everybody is told and from their own answer.
import type { Asked } from '../../game/quiz/questions/index.ts';
import { gradeAnswer, streakAfter } from '../../game/scoring/grade-answer.ts';
import { placeIn } from '../../game/seats/rank-table.ts';
import type { Answer } from '../../game/seats/seat.ts';
import { type GradedAnswer, NONE, type PlayerStanding } from '../../game/seats/standing.ts';
import type { RoomView, YouView } from '../../game/wire/views.ts';

/** 0 to 1; undefined: not graded; `unknown`: the kind is still loading. */
export type CreditOf = (asked: Asked, text: string) => number | 'unknown' | undefined;

/** `at` comes with the acknowledgement. */
export type OwnAnswer = Pick<Answer, 'value'> & { at?: number | undefined };

/**
 * @param kept the last that is known
 * @returns `unknown`: the server has to be asked; undefined: has no part in it
 */
export function ownStanding(
  room: RoomView | undefined,
  you: YouView | undefined,
  answer: OwnAnswer | undefined,
  kept: PlayerStanding | undefined,
  creditOf: CreditOf,
): PlayerStanding | 'unknown' | undefined {
  // "Play again" starts at no points.
  const last = kept && room && kept.turn >= room.firstTurn ? kept : undefined;
  if (!room || !you || room.judged === undefined || !room.ranks) return last;
  const { version, judged, before = -1, ranks, top = [], turn, asked, speed } = room;
  if (last?.turn === judged && last.version >= version) return last;
  if (last?.turn !== judged && judged < you.from) return undefined;

  const start = before < you.from ? { points: 0, streak: 0 } : last?.turn === before ? last : undefined;
  const sum = last?.turn === judged ? last : start && turn?.number === judged && earned(start);
  const place = sum && placeIn(ranks, sum.points);
  if (!sum || !place) return 'unknown';
  const { rank, of, about, behind } = place;
  const name = behind === undefined ? undefined : top.findLast(({ points }) => points === sum.points + behind)?.name;
  const ahead = behind === undefined ? undefined : { by: behind, ...(name !== undefined && { name }) };
  return { ...sum, version, turn: judged, rank, of, about, ahead };

  function earned({ points, streak }: { points: number; streak: number }) {
    const graded = grade();
    return turn && graded && { ...graded, points: points + graded.gained, streak: streakAfter(streak, turn, graded) };
  }

  function grade(): GradedAnswer | undefined {
    if (!answer) return NONE;
    if (!turn || !asked?.outcome || answer.at === undefined) return undefined;
    const credit = creditOf(asked, answer.value);
    return credit === 'unknown' ? undefined : gradeAnswer(turn, { value: answer.value, at: answer.at }, credit, speed);
  }
}
