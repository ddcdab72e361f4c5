/** `late`: after the seal. `none`: no answer. */
export type Mark = 'right' | 'partly' | 'wrong' | 'late' | 'none';

export interface GradedAnswer {
  mark: Mark;
  gained: number;
}

/** A player's own result after a round. */
export interface PlayerStanding extends GradedAnswer {
  /** Room version it was derived from; the newest wins. */
  version: number;
  turn: number;
  points: number;
  /** Right answers in a row. */
  streak: number;
  /** Equal points share a rank: 1, 2, 2, 4. */
  rank: number;
  /** Ranked players. */
  of: number;
  /** Next player above, and the gap in points. */
  ahead?: { name: string; by: number } | undefined;
}

/** A row of the public standings. */
export interface StandingsRow {
  name: string;
  points: number;
  gained: number;
  rank: number;
  /** Previous rank; undefined on the first round. */
  was?: number | undefined;
  streak: number;
}
