// How players stand, as they and everybody else see it.

/** `late`: answered, but after the seal. `none`: no answer. */
export type Mark = 'right' | 'partly' | 'wrong' | 'late' | 'none';

export interface GradedAnswer {
  mark: Mark;
  gained: number;
}

/** How one seat stands after a turn, as its own player sees it. */
export interface PlayerStanding extends GradedAnswer {
  /** The room's version from which it was derived: of two, the later one is true. */
  version: number;
  turn: number;
  points: number;
  /** Right answers in a row. */
  streak: number;
  /** Equal points share a rank: 1, 2, 2, 4. */
  rank: number;
  /** How many are ranked. */
  of: number;
  /** Whoever is next above, and by how many points. */
  ahead?: { name: string; by: number } | undefined;
}

/** A row of the standings that everybody sees. */
export interface StandingsRow {
  name: string;
  points: number;
  gained: number;
  rank: number;
  /** The rank before this turn; undefined on the first. */
  was?: number | undefined;
  streak: number;
}
