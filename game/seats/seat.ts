// A seat: somebody's place in a room, whatever connection they come by.

export interface Answer {
  value: string;
  /** When the gateway received it, epoch ms. */
  at: number;
}

export interface Seat {
  id: string;
  shard: number;
  name: string;
  /** Rises with every write to the seat that its player should hear of. */
  rev: number;
  joinedAt: number;
  /** The connection that holds the seat now, and the gateway's instant of its opening. */
  connection?: string | undefined;
  connectedAt: number;
  /** When the last connection was lost. */
  leftAt?: number | undefined;
  removed?: true | undefined;
  /** By turn. */
  answers: Readonly<Record<number, Answer>>;
}

/** Where a seat is: known to its player from joining, carried in each of their frames, so that an answer needs no look-up. */
export interface SeatAddress {
  room: string;
  shard: number;
  seat: string;
}

export const addressText = ({ room, shard, seat }: SeatAddress) => `${room}.${shard}.${seat}`;
export function parseAddress(text: string): SeatAddress {
  const [room, shard, seat] = text.split('.');
  return { room: room!, shard: Number(shard), seat: seat! };
}

/** The shard of a seat: an even spread by its id, since one partition of the table takes 1,000 writes a second. */
export function shardOf(seat: string, shards: number): number {
  let hash = 0x811c9dc5; // FNV-1a, 32 bits
  for (let i = 0; i < seat.length; i++) hash = Math.imul(hash ^ seat.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % shards;
}
