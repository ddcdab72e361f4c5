// A room as an item. Numbers are what conditions compare or raise; every other field is JSON of its own, so that a
// change writes only what it changes.
import type { Room } from '../../../game/room/room.ts';
import type { Round } from '../../../game/room/round.ts';
import { type Item, number, text, type Values } from './items.ts';

/** How each field is stored; a new field of `Room` needs a row. */
const FIELDS = {
  version: 'number',
  told: 'number',
  news: 'number',
  players: 'number',
  expiresAt: 'number',
  turns: 'rounds',
  id: 'json',
  pin: 'json',
  changeId: 'json',
  changedAt: 'json',
  phase: 'json',
  title: 'json',
  language: 'json',
  questions: 'json',
  firstTurn: 'json',
  face: 'json',
  reveal: 'json',
  judged: 'json',
  top: 'json',
  settings: 'json',
  shards: 'json',
  owner: 'json',
  host: 'json',
} as const satisfies Record<keyof Room, 'number' | 'json' | 'rounds'>;

const isField = (name: string): name is keyof Room => Object.hasOwn(FIELDS, name);

// Rounds are packed relative to their announcement: 40 fit into one read unit (4 KB).
type PackedRound = [number, number, number, number, number, number, number, number, 1?];
const packed = ({ announcedAt, void: skipped, ...round }: Round): PackedRound => [
  round.question,
  announcedAt,
  round.showsAt - announcedAt,
  round.opensAt - announcedAt,
  round.closesAt - announcedAt,
  round.sealsAt - announcedAt,
  round.seconds,
  round.points,
  ...(skipped ? ([1] as const) : ([] as const)),
];
const unpacked = ([question, announcedAt, shows, opens, closes, seals, seconds, points, skipped]: PackedRound): Round => ({
  question,
  announcedAt,
  showsAt: announcedAt + shows,
  opensAt: announcedAt + opens,
  closesAt: announcedAt + closes,
  sealsAt: announcedAt + seals,
  seconds,
  points,
  ...(skipped && { void: true }),
});

type Attributes = Record<string, string | number | undefined>;

function encoded(name: string, value: Room[keyof Room]): string | number | undefined {
  if (value === undefined || typeof value === 'number') {
    return isField(name) && FIELDS[name] === 'json' && value !== undefined ? JSON.stringify(value) : value;
  }
  return JSON.stringify(value);
}

/** Undefined removes the attribute. */
export function roomAttributes({ turns, ...fields }: Partial<Room>): Attributes {
  const others = Object.entries(fields).map(([name, value]) => [name, encoded(name, value)]);
  return { ...Object.fromEntries(others), ...(turns && { turns: JSON.stringify(turns.map(packed)) }) };
}

export const definedOnly = (attributes: Attributes): Values =>
  Object.fromEntries(Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

export function roomFrom(item: Item): Room {
  const fields = Object.entries(FIELDS).flatMap(([name, stored]) => {
    if (stored === 'number') return [[name, number(item, name)]];
    const json = text(item, name);
    if (json === undefined) return [];
    const value: unknown = JSON.parse(json);
    return [[name, stored === 'rounds' ? (value as PackedRound[]).map(unpacked) : value]];
  });
  return Object.fromEntries(fields) as Room;
}
