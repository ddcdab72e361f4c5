// Two-step join: only people who see the host screen get in.

/** One pattern is shown this long, ms; the previous one is still accepted. */
const COLOURS_SHOWN_MS = 10_000;
export const PATTERN_LENGTH = 4;
const COLOUR_COUNT = 4;

export const patternSlotAt = (now: number) => Math.floor(now / COLOURS_SHOWN_MS);

/** `owner` never leaves the server, so clients cannot predict the pattern. */
export const patternInput = (owner: string, room: string, slot: number) => `${owner} ${room} ${slot}`;

/** Digits from 1, such as `3142`. @param digest hash of `patternInput`, base64url */
export const patternFrom = (digest: string) =>
  Array.from({ length: PATTERN_LENGTH }, (_, i) => 1 + (digest.charCodeAt(i) % COLOUR_COUNT)).join('');
