// Capacity units per operation, verified by test/aws/capacity.test.ts.

interface Operation {
  reads: number;
  writes: number;
  indexWrites: number;
}

export const OPERATIONS = {
  join: { reads: 2, writes: 2, indexWrites: 1 },
  answer: { reads: 0, writes: 1, indexWrites: 0 },
  comeBack: { reads: 3, writes: 1, indexWrites: 2 },
  sync: { reads: 2, writes: 0, indexWrites: 0 },
  leave: { reads: 0.5, writes: 1, indexWrites: 1 },
} as const satisfies Record<string, Operation>;

/** Stored size of a seat, bytes. */
export const SEAT_BYTES = 450;
/** Stored size of a standing, bytes. */
export const STANDING_BYTES = 168;
/** Stored size of an answer, bytes: in its seat, and in the archive. */
export const ANSWER_BYTES = { held: 18, archived: 40 };
export const CLOCK_SAMPLES = 8;
