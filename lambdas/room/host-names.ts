import { addressText, type Seat } from '../../game/seats/seat.ts';
import type { HostView } from '../../game/wire/views.ts';
import { fitting } from './frame-text.ts';

// Together within FRAME_BYTES, beside the rest of the host's view.
const NAMES_BYTES = 20_000;
const HELD_BYTES = 2000;

/** The newest `most`, or as many as fit. */
export function newestNames(seats: readonly Seat[], most: number, room: string): HostView['names'] {
  const newest = seats.toSorted((a, b) => b.joinedAt - a.joinedAt).slice(0, most);
  const rows = newest.map(({ id: seat, shard, name, connection }) => ({
    seat: addressText({ room, shard, seat }),
    name,
    connected: !!connection,
  }));
  return fitting(rows, NAMES_BYTES);
}

/** The oldest that fit. */
export function heldNames(seats: readonly Seat[], room: string): HostView['held'] {
  const held = seats
    .toSorted((a, b) => a.joinedAt - b.joinedAt)
    .flatMap(({ id: seat, shard, name, heldName: typed }) =>
      typed ? { seat: addressText({ room, shard, seat }), name, typed } : [],
    );
  return held.length ? { count: held.length, names: fitting(held, HELD_BYTES) } : undefined;
}
