import type { Answer } from '../seats/seat.ts';

/** Instants are epoch ms on the gateway's clock. */
export interface Round {
  question: number;
  announcedAt: number;
  /** Answering is not open yet. */
  showsAt: number;
  opensAt: number;
  closesAt: number;
  sealsAt: number;
  /** T of the scoring rule. */
  seconds: number;
  points: number;
  void?: true | undefined;
}

/** `closing`: closed but not yet revealed. */
export type QuestionPhase = 'ready' | 'reading' | 'open' | 'closing';

export type RoundInstants = Pick<Round, 'showsAt' | 'opensAt' | 'closesAt'>;

/** RULES C1. */
export const questionPhaseAt = (turn: RoundInstants, now: number): QuestionPhase =>
  now < turn.showsAt ? 'ready' : now < turn.opensAt ? 'reading' : now < turn.closesAt ? 'open' : 'closing';

/** From seal to reveal, ms. */
const REVEAL_DELAY_MS = 500;

export const revealsAt = (turn: Pick<Round, 'sealsAt'>) => turn.sealsAt + REVEAL_DELAY_MS;
/** Tolerance for fast clocks before the opening, ms. */
export const EARLY_MS = 500;
export const isEarly = (turn: Pick<Round, 'opensAt'>, answer: Answer) => answer.at < turn.opensAt - EARLY_MS;
/** RULES S2. */
export const inTime = (turn: Pick<Round, 'opensAt' | 'sealsAt'>, answer: Answer) =>
  !isEarly(turn, answer) && answer.at <= turn.sealsAt;
