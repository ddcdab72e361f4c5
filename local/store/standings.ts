import type { PlayerStanding } from '../../game/seats/standing.ts';
import type { StandingsStore } from '../../lambdas/ports/standings.ts';
import type { Journal } from './journal.ts';
import { roomKey } from './rooms.ts';

export interface KeptStandings {
  version: number;
  turn: number;
  own: ReadonlyMap<string, PlayerStanding>;
}

export type StandingsRecord = Omit<KeptStandings, 'own'> & { own: Record<string, PlayerStanding> };
export const standingsFromRecord = ({ own, ...rest }: StandingsRecord): KeptStandings => ({
  ...rest,
  own: new Map(Object.entries(own)),
});

export function standingsVerbs(journal: Journal, results: Map<string, KeptStandings>): StandingsStore {
  return {
    async saveStandings({ id: room, version }, turn, own) {
      const kept = results.get(room);
      if (kept && kept.version > version) return;
      results.set(room, { version, turn, own });
      journal.put(roomKey(room), 'RESULT', { version, turn, own: Object.fromEntries(own) });
      await journal.written();
    },
    async seatStanding({ room, seat }, turn) {
      const kept = results.get(room);
      return kept?.turn === turn ? kept.own.get(seat) : 'lost';
    },
    async shardStandings(room, turn) {
      const kept = results.get(room);
      return kept?.turn === turn ? kept.own : new Map();
    },
  };
}
