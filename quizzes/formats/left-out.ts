export interface LeftOut {
  at: string;
  reason: string;
  /** As much of it as is kept. */
  text: string;
}

/** A file of what no quiz could take: a later version may know its kinds. */
export const leftOutJson = (leftOut: readonly LeftOut[]): string => `${JSON.stringify({ leftOut }, null, 2)}\n`;
