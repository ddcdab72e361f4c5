import type { StandingsStore } from '../../ports/standings.ts';
import { type Item, jsonOf, text, textOf } from './attributes.ts';
import type { Items, Values } from './items.ts';
import { partsOf, rowsByShard } from './parts.ts';
import { KEYS, TABLE, ttlOf } from './table.ts';

/** Follows `next` from part to part; an older copy may have left others. */
function wholeCopy(parts: readonly Item[], prefix: string): Item[] | undefined {
  const byFirst = new Map(parts.map((part) => [textOf(part, TABLE.sk).slice(prefix.length), part]));
  const whole: Item[] = [];
  for (let first: string | undefined = ''; first !== undefined; ) {
    const part = byFirst.get(first);
    if (!part) return undefined;
    whole.push(part);
    first = text(part, 'next');
  }
  return whole;
}

export function standingsVerbs(items: Items): StandingsStore {
  return {
    async saveStandings({ id, shards, expiresAt, version }, turn, { own, settled }) {
      const packed = [...own].map(([seat, standing]) => {
        const { points = 0, streak = 0 } = settled.get(seat) ?? {};
        return [seat, [standing, points, streak]] as const;
      });
      const puts = rowsByShard(packed, shards).flatMap((standings, shard) =>
        partsOf(standings).map(({ first, rows }, i, parts) => {
          // Tells a missing part from a missing seat.
          const after = parts[i + 1];
          const next: Values = after ? { next: after.first } : {};
          const attributes = { version, own: JSON.stringify(Object.fromEntries(rows)), ...next, [TABLE.ttl]: ttlOf(expiresAt) };
          const condition = 'attribute_not_exists(#version) OR #version <= :version';
          return items.put(KEYS.result(id, shard, turn, first), attributes, { condition, values: { version } });
        }),
      );
      await Promise.all(puts);
    },
    async seatStanding({ room, shard, seat }, turn) {
      const from = KEYS.result(room, shard, turn, '');
      const part = await items.last(from.pk, from.sk, KEYS.result(room, shard, turn, seat).sk);
      const next = text(part, 'next');
      if (!part || (next !== undefined && seat >= next)) return 'lost';
      return jsonOf(part, 'own')[seat]?.[0];
    },
    async shardStandings(room, turn, shard) {
      const { pk, sk } = KEYS.result(room, shard, turn, '');
      const parts = wholeCopy(await items.list(pk, sk), sk);
      if (!parts) return 'lost';
      const rows = parts.flatMap((part) => Object.entries(jsonOf(part, 'own')));
      return {
        own: new Map(rows.map(([seat, [own]]) => [seat, own])),
        settled: new Map(rows.map(([seat, [, points, streak]]) => [seat, { points, streak }])),
      };
    },
  };
}
