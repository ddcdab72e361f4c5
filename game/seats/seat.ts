export interface Answer {
  value: string;
  /** Received by the gateway, epoch ms. */
  at: number;
}

export interface Seat {
  id: string;
  shard: number;
  name: string;
  /** Typed, but held back by the word filter: for the host alone. */
  heldName?: string | undefined;
  /** Rises with every write that its player should see. */
  rev: number;
  joinedAt: number;
  /** `connectedAt` tells the newer of two connections. */
  connection?: string | undefined;
  connectedAt: number;
  /** Disconnected since, epoch ms. */
  leftAt?: number | undefined;
  removed?: true | undefined;
  /** By round: the newest of each slot, and with the archive all. */
  answers: Readonly<Record<number, Answer>>;
}

/** The round that is asked, and the two that closing early looks back at. */
export const ANSWER_SLOTS = 3;
/** An answer takes the place of the one three rounds before. */
export const slotOf = (turn: number) => turn % ANSWER_SLOTS;

/** Sent with each frame: answers need no look-up. */
export interface SeatAddress {
  room: string;
  shard: number;
  seat: string;
}

export const addressText = ({ room, shard, seat }: SeatAddress) => `${room}.${shard}.${seat}`;
export function parseAddress(text: string): SeatAddress {
  const [room = '', shard, seat = ''] = text.split('.');
  return { room, shard: Number(shard), seat };
}

/** Even spread: one table partition takes 1,000 writes a second. */
export function shardOf(seat: string, shards: number): number {
  let hash = 0x811c9dc5; // FNV-1a, 32 bits
  for (let i = 0; i < seat.length; i++) hash = Math.imul(hash ^ seat.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % shards;
}
