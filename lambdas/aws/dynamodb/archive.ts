import type { Answer } from '../../../game/seats/seat.ts';
import type { ArchiveStore } from '../../ports/archive.ts';
import { jsonOf, keyOf } from './attributes.ts';
import type { Items } from './items.ts';
import { partsOf, rowsByShard } from './parts.ts';
import { packed, unpacked } from './seat-item.ts';
import { KEYS, roundFromKey, TABLE, ttlOf } from './table.ts';

export function archiveVerbs(items: Items): ArchiveStore {
  return {
    async archiveAnswers({ id, shards, expiresAt }, turn, answers, writer) {
      const texts = [...answers].map(([seat, answer]) => [seat, packed(answer)] as const);
      const puts = rowsByShard(texts, shards).flatMap((rows, shard) =>
        partsOf(rows).flatMap((part) => {
          if (part.rows.length === 0) return [];
          const attributes = { answers: JSON.stringify(Object.fromEntries(part.rows)), [TABLE.ttl]: ttlOf(expiresAt) };
          return [items.put(KEYS.answers(id, shard, turn, writer, part.first), attributes)];
        }),
      );
      await Promise.all(puts);
    },
    async archivedAnswers(room, shard, from, to) {
      const { pk, sk } = KEYS.answers(room, shard, Math.max(from, 0));
      const found = new Map<number, Map<string, Answer>>();
      if (to < from || to < 0) return found;
      for (const part of await items.range(pk, sk, KEYS.answers(room, shard, to + 1).sk)) {
        const turn = roundFromKey(keyOf(part));
        const answers = found.get(turn) ?? new Map<string, Answer>();
        for (const [seat, answer] of Object.entries(jsonOf(part, 'answers'))) answers.set(seat, unpacked(answer));
        found.set(turn, answers);
      }
      return found;
    },
  };
}
