// The store's standings, on one machine: the copy of each room, replaced by a newer one.
import type { Standing } from '../game/place.ts';
import type { Store } from '../lambdas/ports.ts';
import type { Journal } from './journal.ts';
import { roomKey } from './rooms.ts';

export type ResultVerbs = Pick<Store, 'saveResults' | 'result' | 'results'>;

export interface Results {
  /** The room's, when they were derived. */
  version: number;
  turn: number;
  own: ReadonlyMap<string, Standing>;
}

/** As the journal has it. */
export type ResultsRow = Omit<Results, 'own'> & { own: Record<string, Standing> };
export const resultsFrom = ({ own, ...rest }: ResultsRow): Results => ({ ...rest, own: new Map(Object.entries(own)) });

/** @param results by room */
export function resultVerbs(journal: Journal, results: Map<string, Results>): ResultVerbs {
  return {
    async saveResults({ id: room, version }, turn, own) {
      const kept = results.get(room);
      if (kept && kept.version > version) return;
      results.set(room, { version, turn, own });
      journal.put(roomKey(room), 'RESULT', { version, turn, own: Object.fromEntries(own) });
      await journal.written();
    },
    async result({ room, seat }, turn) {
      const kept = results.get(room);
      return kept?.turn === turn ? kept.own.get(seat) : 'lost';
    },
    async results(room, turn) {
      const kept = results.get(room);
      return kept?.turn === turn ? kept.own : new Map();
    },
  };
}
