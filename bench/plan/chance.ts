/** The same numbers each time, 0 to 1: a linear congruential generator (Numerical Recipes) is chance enough for arrivals and jitter. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
