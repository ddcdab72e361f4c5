/** `counted`: of a question that is not graded. `early`: before the opening. `late`: after the seal. `none`: no answer. */
export type Mark = 'right' | 'partly' | 'wrong' | 'counted' | 'early' | 'late' | 'none';

export interface GradedAnswer {
  mark: Mark;
  gained: number;
}

export const NONE: GradedAnswer = { mark: 'none', gained: 0 };

export interface PlayerStanding extends GradedAnswer {
  /** Room version; the newest wins. */
  version: number;
  turn: number;
  points: number;
  streak: number;
  /** Equal points share a rank: 1, 2, 2, 4. */
  rank: number;
  of: number;
  /** Named only among the first places. */
  ahead?: { by: number; name?: string } | undefined;
  /** As a phone reckons it from a table cut short: up to 2 % better than it is. */
  about?: true | undefined;
}

export interface Score {
  points: number;
  streak: number;
}

/** What the rounds up to `turn` made, by seat id. */
export interface SettledScores {
  turn: number;
  scores: ReadonlyMap<string, Score>;
}

export interface StandingsRow {
  name: string;
  points: number;
  gained: number;
  rank: number;
  was?: number | undefined;
  streak: number;
  /** Of the last row: how many share its rank without a row. */
  more?: number | undefined;
}
