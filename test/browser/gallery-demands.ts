/** Requirements of a page at every size. */
export interface Demands {
  /** Minimum tap target by selector, CSS px. */
  taps: Record<string, number>;
  /** Selector of elements that must not clip. */
  whole: string;
}
