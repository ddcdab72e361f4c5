import { ANSWER_SLOTS, type Answer, type Seat } from '../seats/seat.ts';
import type { Room } from './room.ts';

/** By round, then by seat id. */
export type ArchivedAnswers = ReadonlyMap<number, ReadonlyMap<string, Answer>>;

/** The newest round whose slots the last round has taken; negative when there is none. */
export const lastArchived = ({ turns }: Pick<Room, 'turns'>) => turns.length - 1 - ANSWER_SLOTS;

/** Answers to the round whose slots the next one takes. */
export function answersToArchive({ turns }: Pick<Room, 'turns'>, seats: readonly Seat[]): [turn: number, Map<string, Answer>] {
  const turn = turns.length - ANSWER_SLOTS;
  return [turn, new Map(seats.flatMap(({ id, answers }) => (answers[turn] ? [[id, answers[turn]]] : [])))];
}

/** The seat with all its answers: those that it holds, and those of the archive. */
export function withArchived({ turns }: Pick<Room, 'turns'>, seat: Seat, archived: ArchivedAnswers): Seat {
  const earlier = [...archived].flatMap(([turn, answers]) => {
    const answer = answers.get(seat.id);
    // A join that was taken back may be repeated (RULES N7).
    return answer && seat.joinedAt < (turns[turn]?.sealsAt ?? 0) ? [[turn, answer] as const] : [];
  });
  return earlier.length ? { ...seat, answers: { ...Object.fromEntries(earlier), ...seat.answers } } : seat;
}
