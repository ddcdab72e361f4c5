// A seat: somebody's place in a room, whatever connection they come by.
import type { Turn } from './turn.ts';

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
export interface Address {
  room: string;
  shard: number;
  seat: string;
}

export const addressText = ({ room, shard, seat }: Address) => `${room}.${shard}.${seat}`;
export function parseAddress(text: string): Address {
  const [room, shard, seat] = text.split('.');
  return { room: room!, shard: Number(shard), seat: seat! };
}

/** The shard of a seat: an even spread by its id, since one partition of the table takes 1,000 writes a second. */
export function shardOf(seat: string, shards: number): number {
  let hash = 0x811c9dc5; // FNV-1a, 32 bits
  for (let i = 0; i < seat.length; i++) hash = Math.imul(hash ^ seat.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % shards;
}

/** How long somebody who dropped out is still waited for, ms. */
export const GRACE_MS = 10_000;
/** So many turns in a row without an answer, and nobody waits any longer. */
const SILENT_TURNS = 2;

/** RULES C4: is the question waiting for this seat? `turn` is the number of the last turn in `turns`. */
export function waitedFor(seat: Seat, turns: readonly Turn[], now: number): boolean {
  const turn = turns.length - 1;
  if (seat.removed || seat.answers[turn]) return false;
  if (!seat.connection && !(seat.leftAt !== undefined && now - seat.leftAt < GRACE_MS)) return false;
  const before = turns.slice(0, turn).filter((past) => !past.void && past.opensAt >= seat.joinedAt);
  const silent = before.length >= SILENT_TURNS && [1, 2].every((back) => !seat.answers[turn - back]);
  return !silent;
}
