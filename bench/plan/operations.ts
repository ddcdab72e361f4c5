// What one of each costs: held to what DynamoDB Local meters by test/aws/capacity.test.ts.

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

/** A seat as stored, bytes: what all seats of a shard cost to read. */
export const SEAT_BYTES = 450;
/** A kept standing of one seat, bytes: four write units hold some 24 of them. */
export const STANDING_BYTES = 160;
/** Samples of the server's clock that a page takes when it comes. */
export const CLOCK_SAMPLES = 8;
