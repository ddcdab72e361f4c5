// A room: what is known of it.

import type { KindPrompt, KindSolution } from '../quiz/questions/index.ts';
import type { QuestionFields } from '../quiz/questions/kind.ts';
import type { StandingsRow } from '../seats/standing.ts';
import type { Round } from './round.ts';

export type Phase = 'lobby' | 'question' | 'reveal' | 'standings' | 'podium' | 'closed';

/** A question as everybody may see it before it is sealed. */
export type Prompt = Pick<QuestionFields, 'text' | 'picture' | 'points'> & KindPrompt;

/** What the reveal adds to the face. */
export type Reveal = KindSolution & { distribution: number[]; explanation?: string | undefined };

export interface Settings {
  /** Faster right answers earn more. */
  speed: boolean;
  locked: boolean;
  /** Joining takes a second step: the colours that the big screen shows. */
  guarded: boolean;
}

export interface Room {
  id: string;
  pin: string;
  /** Rises by one with every change; a change names the version that it was made from. */
  version: number;
  /** Who made the last change: lets a writer whose reply was lost recognise its own write. */
  changeId: string;
  changedAt: number;
  /** The last version that every player has been told. */
  told: number;
  /** The last version that phones have to hear of: changes since then were quiet ones. */
  news: number;
  phase: Phase;
  title: string;
  language: string;
  /** How many questions the quiz has. */
  questions: number;
  turns: readonly Round[];
  /** The first turn of the game being played: "play again" raises it, and earlier turns count no longer. */
  firstTurn: number;
  face?: Prompt | undefined;
  /** Only once the question is sealed. */
  reveal?: Reveal | undefined;
  /** The last turn of which the standings are derived. */
  judged?: number | undefined;
  /** The first places of those standings. */
  top: readonly StandingsRow[];
  /** Seats when last counted: decides how often phones speak, how long a broadcast may take. */
  players: number;
  settings: Settings;
  shards: number;
  /** Hash of the host key that opened the room. */
  owner: string;
  host?: { connection: string; connectedAt: number } | undefined;
  expiresAt: number;
}

/** What a change writes; `told` is set where nobody needs to be told. */
export type RoomChange = Partial<
  Pick<Room, 'phase' | 'turns' | 'firstTurn' | 'face' | 'reveal' | 'judged' | 'top' | 'players' | 'settings' | 'told' | 'news'>
>;

export const currentRound = (room: Pick<Room, 'turns'>): Round | undefined => room.turns.at(-1);

/** "3 of 10": the questions asked in this game, skipped ones included. */
export const questionNumber = (room: Pick<Room, 'turns' | 'firstTurn'>) => room.turns.length - room.firstTurn;
