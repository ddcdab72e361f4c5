// One attribute per field: a change writes only its own.
import type { Room } from '../../../game/room/room.ts';
import type { Round } from '../../../game/room/round.ts';
import { type Item, number, numberOf, text } from './attributes.ts';
import type { Values } from './items.ts';

const FIELDS = {
  version: 'number',
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
  asked: 'json',
  kinds: 'json',
  judged: 'json',
  top: 'json',
  ranks: 'json',
  settings: 'json',
  shards: 'json',
  owner: 'json',
  host: 'json',
} as const satisfies Record<Exclude<keyof Room, 'delivery'>, 'number' | 'json' | 'rounds'>;

const isField = (name: string): name is keyof typeof FIELDS => Object.hasOwn(FIELDS, name);

// Relative to the announcement: 40 rounds per read unit (4 KB).
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

/** The delivery is two attributes: each rises by itself. */
export function roomAttributes({ turns, delivery, ...fields }: Partial<Room>): Attributes {
  const others = Object.entries(fields).map(([name, value]) => [name, encoded(name, value)]);
  return { ...Object.fromEntries(others), ...delivery, ...(turns && { turns: JSON.stringify(turns.map(packed)) }) };
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
  const delivery = { needed: numberOf(item, 'needed'), done: numberOf(item, 'done') };
  return { ...Object.fromEntries(fields), delivery } as Room;
}
