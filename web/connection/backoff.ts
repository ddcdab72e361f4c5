/** Full jitter: thousands that fail together do not return together. */
export const backoff = (random: number, tries: number, base = 300, most = 8000) => random * Math.min(most, base * 2 ** tries);
