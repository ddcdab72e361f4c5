import { ANSWER_SLOTS, type Answer, type Seat, slotOf } from '../../../game/seats/seat.ts';
import { type Item, keyOf, number, numberOf, text, textOf } from './attributes.ts';
import { inOrder, seatFromKey, TABLE } from './table.ts';

export const slotName = (turn: number) => `a${slotOf(turn)}`;

/** `2@mb3k2j9x`: value, instant in base 36. */
export const packed = ({ value, at }: Answer) => `${value}@${at.toString(36)}`;

export function unpacked(stored: string): Answer {
  const end = stored.lastIndexOf('@');
  return { value: stored.slice(0, end), at: Number.parseInt(stored.slice(end + 1), 36) };
}

/** `017:2@mb3k2j9x`: less than the text of any later round. */
export const inSlot = (turn: number, answer: Answer) => `${inOrder(turn)}:${packed(answer)}`;

export function slotIn(item: Item, turn: number): { turn: number; answer: Answer } | undefined {
  const stored = text(item, slotName(turn));
  if (stored === undefined) return undefined;
  const [round = ''] = stored.split(':', 1);
  return { turn: Number(round), answer: unpacked(stored.slice(round.length + 1)) };
}

export function seatFrom(item: Item): Seat {
  const { shard, seat } = seatFromKey(keyOf(item));
  const held = Array.from({ length: ANSWER_SLOTS }, (_, turn) => slotIn(item, turn));
  return {
    id: seat,
    shard,
    name: textOf(item, 'name'),
    // Kept when empty: a repeated join would set it again.
    heldName: text(item, 'held') || undefined,
    rev: numberOf(item, 'rev'),
    joinedAt: numberOf(item, 'joinedAt'),
    connection: text(item, TABLE.index.pk),
    connectedAt: numberOf(item, 'connectedAt'),
    leftAt: number(item, 'leftAt'),
    removed: item.removed ? true : undefined,
    answers: Object.fromEntries(held.flatMap((one) => (one ? [[one.turn, one.answer]] : []))),
  };
}
