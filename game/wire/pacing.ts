/** Silence before a client syncs, ms; longer in larger rooms. */
export const syncInterval = (players: number) => (players <= 200 ? 20000 : players <= 2000 ? 60000 : 120000);
/** Minimum time between tallies, ms: at most 200 frames a second per room. */
export const tallyInterval = (players: number) => Math.max(1000, players * 5);
