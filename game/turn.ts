// One question in time: the instants that every screen and every answer is held to.

/** One question as it was put to this room. Its number in `room.turns` is the turn; instants are epoch ms on the gateway's clock. */
export interface Turn {
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
export type Part = 'ready' | 'reading' | 'open' | 'closing';

/** RULES C1: which part of a question an instant falls into. */
export const partAt = (turn: Pick<Turn, 'showsAt' | 'opensAt' | 'closesAt'>, now: number): Part =>
  now < turn.showsAt ? 'ready' : now < turn.opensAt ? 'reading' : now < turn.closesAt ? 'open' : 'closing';

/** The reveal reads the answers this long after the seal, ms. */
const SETTLE_MS = 500;

/** The instant from which a question may be revealed. */
export const revealsAt = (turn: Pick<Turn, 'sealsAt'>) => turn.sealsAt + SETTLE_MS;
