import { shardOf } from '../../../game/seats/seat.ts';
import type { PlayerStanding } from '../../../game/seats/standing.ts';
import type { StandingsStore } from '../../ports/standings.ts';
import { type Items, jsonOf, text, type Values } from './items.ts';
import { KEYS, TABLE, ttlOf } from './table.ts';

/** A strong read is 4 KB; the rest is keys. */
const PART_BYTES = 3800;

interface Part {
  /** First seat id; '' in the first part. */
  first: string;
  own: [seat: string, PlayerStanding][];
}

function partsOf(own: [string, PlayerStanding][]): Part[] {
  let part: Part = { first: '', own: [] };
  const parts = [part];
  let bytes = 0;
  for (const entry of own.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const more = new TextEncoder().encode(JSON.stringify(entry)).length;
    if (bytes + more > PART_BYTES) {
      part = { first: entry[0], own: [] };
      parts.push(part);
      bytes = 0;
    }
    part.own.push(entry);
    bytes += more;
  }
  return parts;
}

export function standingsVerbs(items: Items): StandingsStore {
  return {
    async saveStandings({ id, shards, expiresAt, version }, turn, own) {
      const byShard = Array.from({ length: shards }, (): [string, PlayerStanding][] => []);
      for (const entry of own) byShard[shardOf(entry[0], shards)]?.push(entry);
      const puts = byShard.flatMap((entries, shard) =>
        partsOf(entries).map(({ first, own: kept }, i, parts) => {
          // Tells a missing part from a missing seat.
          const after = parts[i + 1];
          const next: Values = after ? { next: after.first } : {};
          const attributes = { version, own: JSON.stringify(Object.fromEntries(kept)), ...next, [TABLE.ttl]: ttlOf(expiresAt) };
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
      return jsonOf(part, 'own')[seat];
    },
    async shardStandings(room, turn, shard) {
      const { pk, sk } = KEYS.result(room, shard, turn, '');
      const parts = await items.list(pk, sk);
      return new Map(parts.flatMap((part) => Object.entries(jsonOf(part, 'own'))));
    },
  };
}
