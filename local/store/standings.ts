import type { KeptStandings, StandingsStore } from '../../lambdas/ports/standings.ts';

export interface RoomStandings extends KeptStandings {
  version: number;
  turn: number;
}

/** In memory alone: after a start they are derived anew. */
export function standingsVerbs(results: Map<string, RoomStandings>): StandingsStore {
  return {
    async saveStandings({ id: room, version }, turn, { own, settled }) {
      const kept = results.get(room);
      if (!kept || kept.version <= version) results.set(room, { version, turn, own, settled });
    },
    async seatStanding({ room, seat }, turn) {
      const kept = results.get(room);
      return kept?.turn === turn ? kept.own.get(seat) : 'lost';
    },
    async shardStandings(room, turn) {
      const kept = results.get(room);
      return kept?.turn === turn ? kept : 'lost';
    },
  };
}
