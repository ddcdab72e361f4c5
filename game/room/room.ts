import type { Asked, KindName } from '../quiz/questions/index.ts';
import type { StandingsRow } from '../seats/standing.ts';
import type { Round } from './round.ts';

export type Phase = 'lobby' | 'question' | 'reveal' | 'standings' | 'podium' | 'closed';

export interface Settings {
  speed: boolean;
  locked: boolean;
  /** Two-step join. */
  guarded: boolean;
}

export interface Room {
  id: string;
  pin: string;
  version: number;
  /** Recognises an own write after a lost reply. */
  changeId: string;
  changedAt: number;
  /** Last version announced to all. */
  told: number;
  /** Last version that must be announced. */
  news: number;
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
  /** Seats when last counted. */
  players: number;
  settings: Settings;
  shards: number;
  /** Hash of the host key. */
  owner: string;
  host?: { connection: string; connectedAt: number } | undefined;
  expiresAt: number;
}

/** A change with `told` is not announced. */
export type RoomChange = Partial<
  Pick<Room, 'phase' | 'turns' | 'firstTurn' | 'asked' | 'judged' | 'top' | 'players' | 'settings' | 'told' | 'news'>
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
