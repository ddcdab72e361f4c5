// A room as an item. What conditions compare or raise is a number of the table's; every other field is its JSON, so that a change
// writes only what it changes.
import type { Room } from '../../../game/room/room.ts';
import type { Round } from '../../../game/room/round.ts';
import { type Item, number, text, type Values } from './items.ts';

const NUMBERS = ['version', 'told', 'news', 'players', 'expiresAt'] as const;
const JSONS = [
  ...['id', 'pin', 'changeId', 'changedAt', 'phase', 'title', 'language', 'questions', 'firstTurn', 'face', 'reveal'],
  ...['judged', 'top', 'settings', 'shards', 'owner', 'host'],
];

// Rounds are packed relative to their announcement: 40 fit into one read unit (4 KB).
type PackedTurn = [number, number, number, number, number, number, number, number, 1?];
const packed = ({
  question,
  announcedAt,
  showsAt,
  opensAt,
  closesAt,
  sealsAt,
  seconds,
  points,
  void: skipped,
}: Round): PackedTurn => [
  ...([question, announcedAt, showsAt - announcedAt, opensAt - announcedAt, closesAt - announcedAt] as const),
  ...([sealsAt - announcedAt, seconds, points] as const),
  ...(skipped ? ([1] as const) : ([] as const)),
];
const unpacked = ([question, announcedAt, shows, opens, closes, seals, seconds, points, skipped]: PackedTurn): Round => ({
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

/** Undefined removes the attribute. */
export function roomAttributes(fields: Partial<Room>): Record<string, string | number | undefined> {
  const encoded = (name: string, value: unknown) => {
    if (value === undefined) return undefined;
    if (name === 'turns') return JSON.stringify((value as Round[]).map(packed));
    return (NUMBERS as readonly string[]).includes(name) ? (value as number) : JSON.stringify(value);
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, encoded(name, value)]));
}

export const definedOnly = (attributes: Record<string, string | number | undefined>): Values =>
  Object.fromEntries(Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

export function roomFrom(item: Item): Room {
  const jsons = JSONS.flatMap((name) => (text(item, name) === undefined ? [] : [[name, JSON.parse(text(item, name)!)]]));
  return {
    ...Object.fromEntries(jsons),
    ...Object.fromEntries(NUMBERS.map((name) => [name, number(item, name)])),
    turns: (JSON.parse(text(item, 'turns')!) as PackedTurn[]).map(unpacked),
  };
}
