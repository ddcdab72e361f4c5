/** What a gallery's page must keep to at every size. */
export interface Demands {
  /** Least size of what is tapped, CSS pixels, by selector. */
  taps: Record<string, number>;
  /** What must show all that is in it. */
  whole: string;
}
