/** Full jitter: anywhere between nothing and a limit that doubles with each try, so that thousands who fail together do not return together. */
export const backoff = (random: number, tries: number, base = 300, most = 8000) => random * Math.min(most, base * 2 ** tries);
