// The second step of joining: four colours that the big screen shows and that soon change, so that only who sees it gets in.

/** How long the same colours are shown, ms. Those before them are still taken, for whoever is slow. */
export const COLOURS_SHOWN_MS = 10_000;
/** How many colours are tapped, and of how many. */
export const PATTERN_LENGTH = 4;
export const COLOUR_COUNT = 4;

/** Which colours are shown now, as the number of their turn. */
export const patternSlotAt = (now: number) => Math.floor(now / COLOURS_SHOWN_MS);

/** What the colours of a slot follow from: unguessable to whoever does not know the room's owner, which nobody is ever told. */
export const patternInput = (owner: string, room: string, slot: number) => `${owner} ${room} ${slot}`;

/** The colours as digits from 1, such as `3142`. @param digest of `guardText`, base64url */
export const patternFrom = (digest: string) =>
  Array.from({ length: PATTERN_LENGTH }, (_, i) => 1 + (digest.charCodeAt(i) % COLOUR_COUNT)).join('');
