import type { PlayerStanding, Score } from '../../game/seats/standing.ts';
import type { KeptStandings, StandingsStore } from '../../lambdas/ports/standings.ts';
import type { Journal } from './journal.ts';
import { roomKey } from './rooms.ts';

export interface RoomStandings extends KeptStandings {
  version: number;
  turn: number;
}

export interface StandingsRecord {
  version: number;
  turn: number;
  own: Record<string, PlayerStanding>;
  settled: Record<string, Score>;
}

export const standingsFromRecord = ({ own, settled, ...rest }: StandingsRecord): RoomStandings => ({
  ...rest,
  own: new Map(Object.entries(own)),
  settled: new Map(Object.entries(settled)),
});

export function standingsVerbs(journal: Journal, results: Map<string, RoomStandings>): StandingsStore {
  return {
    async saveStandings({ id: room, version }, turn, { own, settled }) {
      const kept = results.get(room);
      if (kept && kept.version > version) return;
      results.set(room, { version, turn, own, settled });
      const record: StandingsRecord = { version, turn, own: Object.fromEntries(own), settled: Object.fromEntries(settled) };
      journal.put(roomKey(room), 'RESULT', record);
      await journal.written();
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
