import type { Asked, KindName } from '../quiz/questions/index.ts';
import type { RankTable } from '../seats/rank-table.ts';
import type { StandingsRow } from '../seats/standing.ts';
import type { Round } from './round.ts';

export type Phase = 'lobby' | 'question' | 'reveal' | 'standings' | 'podium' | 'closed';

export interface Settings {
  speed: boolean;
  locked: boolean;
  /** Two-step join. */
  guarded: boolean;
}

/** Of the broadcasts. */
export interface Delivery {
  /** Last version that players have to hear of. */
  needed: number;
  /** Last version announced to all. */
  done: number;
}

export interface Room {
  id: string;
  pin: string;
  version: number;
  /** Recognises an own write after a lost reply. */
  changeId: string;
  changedAt: number;
  /** The broadcaster's; the rules know nothing of it. */
  delivery: Delivery;
  phase: Phase;
  title: string;
  language: string;
  questions: number;
  /** Of its questions, each once. */
  kinds: readonly KindName[];
  turns: readonly Round[];
  /** Earlier rounds no longer count. */
  firstTurn: number;
  asked?: Asked | undefined;
  judged?: number | undefined;
  top: readonly StandingsRow[];
  ranks?: RankTable | undefined;
  /** Seats when last counted. */
  players: number;
  settings: Settings;
  shards: number;
  /** Hash of the host key. */
  owner: string;
  host?: { connection: string; connectedAt: number } | undefined;
  expiresAt: number;
}

export type RoomChange = Partial<
  Pick<Room, 'phase' | 'turns' | 'firstTurn' | 'asked' | 'judged' | 'top' | 'ranks' | 'players' | 'settings'>
>;

export const currentRound = (room: Pick<Room, 'turns'>): Round | undefined => room.turns.at(-1);

/** @throws when no round was asked */
export function lastRound(room: Pick<Room, 'turns'>): Round {
  const round = currentRound(room);
  if (!round) throw new Error('no round was asked');
  return round;
}

/** Skipped questions included. */
export const questionNumber = (room: Pick<Room, 'turns' | 'firstTurn'>) => room.turns.length - room.firstTurn;

/** The last round that counts, before one if given; -1: none. */
export const lastCounted = ({ turns, firstTurn }: Pick<Room, 'turns' | 'firstTurn'>, before = turns.length): number => {
  const last = turns.findLastIndex((turn, t) => t < before && !turn.void);
  return last >= firstTurn ? last : -1;
};
