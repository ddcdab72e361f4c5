import type { Answer, Seat } from '../../../game/seats/seat.ts';
import { type Item, keyOf, number, numberOf, text, textOf } from './items.ts';
import { seatFromKey, TABLE } from './table.ts';

export const answerName = (turn: number | string) => `a${turn}`;

/** `2@mb3k2j9x`: value, instant in base 36; fifty per write unit. */
export const packed = ({ value, at }: Answer) => `${value}@${at.toString(36)}`;

function unpacked(stored: string): Answer {
  const end = stored.lastIndexOf('@');
  return { value: stored.slice(0, end), at: Number.parseInt(stored.slice(end + 1), 36) };
}

export const answerIn = (item: Item, turn: number) => unpacked(textOf(item, answerName(turn)));

export function seatFrom(item: Item): Seat {
  const { shard, seat } = seatFromKey(keyOf(item));
  const turns = Object.keys(item).flatMap((name) => /^a(\d+)$/.exec(name)?.[1] ?? []);
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
    answers: Object.fromEntries(turns.map((turn) => [turn, unpacked(textOf(item, answerName(turn)))])),
  };
}
