/** As API Gateway throttles. Times in ms. */
export interface Bucket {
  /** Instants never go back. */
  take(at: number): boolean;
  isEmpty(at: number): boolean;
  /** Returns an unused token. */
  giveBack(): void;
}

export function tokenBucket(perSecond: number, burst: number): Bucket {
  let tokens = burst;
  let last: number | undefined;
  const refill = (at: number) => {
    tokens = Math.min(burst, tokens + ((at - (last ?? at)) / 1000) * perSecond);
    last = at;
  };
  const isEmpty = (at: number) => {
    refill(at);
    return tokens < 1;
  };
  return {
    isEmpty,
    take(at) {
      if (isEmpty(at)) return false;
      tokens--;
      return true;
    },
    giveBack() {
      tokens = Math.min(burst, tokens + 1);
    },
  };
}
