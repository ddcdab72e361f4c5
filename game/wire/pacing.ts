/** Silence before a client syncs, ms. */
export const syncInterval = (players: number) => (players <= 200 ? 20000 : players <= 2000 ? 60000 : 120000);
/** Ms between tallies: 200 frames a second per room. */
export const tallyInterval = (players: number) => Math.max(1000, players * 5);
