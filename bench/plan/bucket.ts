/** A token bucket, as API Gateway throttles with: so many a second, and at most so many saved up. Times in ms. */
export interface Bucket {
  /** Takes one at this instant, or refuses. Instants never go back. */
  take(at: number): boolean;
}

export function tokenBucket(perSecond: number, burst: number): Bucket {
  let tokens = burst;
  let last = 0;
  return {
    take(at) {
      tokens = Math.min(burst, tokens + ((at - last) / 1000) * perSecond);
      last = at;
      if (tokens < 1) return false;
      tokens--;
      return true;
    },
  };
}
