import type { Answer } from '../seats/seat.ts';

// One question in time: the instants that every screen and every answer is held to.

/** One question as it was put to this room. Its number in `room.turns` is the turn; instants are epoch ms on the gateway's clock. */
export interface Round {
  /** Which question of the quiz, from 0. */
  question: number;
  announcedAt: number;
  /** When the question's text appears (after get-ready, before it may be answered). */
  showsAt: number;
  opensAt: number;
  closesAt: number;
  /** Receipts after this instant do not count. */
  sealsAt: number;
  /** T of the scoring rule, fixed at the opening. */
  seconds: number;
  points: number;
  /** Skipped: counts for nobody. */
  void?: true | undefined;
}

/** The parts of a question in time: get-ready, reading, open, and closed but not yet revealed. */
export type QuestionPhase = 'ready' | 'reading' | 'open' | 'closing';

/** RULES C1: which part of a question an instant falls into. */
export const questionPhaseAt = (turn: Pick<Round, 'showsAt' | 'opensAt' | 'closesAt'>, now: number): QuestionPhase =>
  now < turn.showsAt ? 'ready' : now < turn.opensAt ? 'reading' : now < turn.closesAt ? 'open' : 'closing';

/** The reveal reads the answers this long after the seal, ms. */
const REVEAL_DELAY_MS = 500;

/** The instant from which a question may be revealed. */
export const revealsAt = (turn: Pick<Round, 'sealsAt'>) => turn.sealsAt + REVEAL_DELAY_MS;
/** Clocks agree only so well: a receipt this long before the opening counts as an answer at the opening, ms. */
export const EARLY_MS = 500;
/** RULES S2: may this answer count? Received from half a second before the options opened until the seal. */
export const inTime = (turn: Round, answer: Answer) => answer.at >= turn.opensAt - EARLY_MS && answer.at <= turn.sealsAt;
