// How often phones and server speak, by the size of the room.

/** Seconds of silence after which a phone syncs (ms here): the larger the room, the rarer. */
export const syncInterval = (players: number) => (players <= 200 ? 20000 : players <= 2000 ? 60000 : 120000);
/** From the opening to the first tally, and from each to the next, ms: 200 phones a second hear of it, and each at most one a second. */
export const tallyInterval = (players: number) => Math.max(1000, players * 5);
