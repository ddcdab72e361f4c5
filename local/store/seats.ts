import { isRefusal, refusal } from '../../game/refusals.ts';
import { foldName } from '../../game/seats/names.ts';
import { type Answer, type Seat, type SeatAddress, slotOf } from '../../game/seats/seat.ts';
import type { Naming, SeatStore } from '../../lambdas/ports/seats.ts';
import type { Journal } from './journal.ts';
import { roomKey } from './rooms.ts';

export type StoredSeat = Seat & { secret: string };

export interface RoomSeats {
  seats: Map<string, StoredSeat>;
  names: Map<string, string>;
}

export function seatsOfRoom(seatsByRoom: Map<string, RoomSeats>, room: string): RoomSeats {
  const found = seatsByRoom.get(room) ?? { seats: new Map(), names: new Map() };
  seatsByRoom.set(room, found);
  return found;
}

/** Rounds whose answer has the slot of `turn`. */
const inSlotOf = (turn: number, { answers }: Seat) =>
  Object.keys(answers).flatMap((key) => (slotOf(Number(key)) === slotOf(turn) ? [Number(key)] : []));

interface FoundSeat {
  roomSeats: RoomSeats;
  seat: StoredSeat;
}

export function insertSeat(roomSeats: RoomSeats, seat: StoredSeat): void {
  roomSeats.seats.set(seat.id, seat);
  roomSeats.names.set(foldName(seat.name), seat.id);
}

export const seatKey = (room: string, shard: number) => `${roomKey(room)}#${shard}`;

export function seatVerbs(journal: Journal, seatsByRoom: Map<string, RoomSeats>): SeatStore {
  const held = new Map<string, Map<string, SeatAddress>>();
  function hold(connection: string, address: SeatAddress) {
    const seats = held.get(connection) ?? new Map<string, SeatAddress>();
    held.set(connection, seats.set(address.seat, address));
  }
  function letGo(connection: string, seat: string) {
    const seats = held.get(connection);
    if (seats?.delete(seat) && seats.size === 0) held.delete(connection);
  }

  async function keep(room: string, roomSeats: RoomSeats, seat: StoredSeat, changed?: object): Promise<StoredSeat> {
    const before = roomSeats.seats.get(seat.id);
    if (before?.connection !== seat.connection) {
      if (before?.connection) letGo(before.connection, seat.id);
      if (seat.connection) hold(seat.connection, { room, shard: seat.shard, seat: seat.id });
    }
    roomSeats.seats.set(seat.id, seat);
    if (before?.name !== seat.name) roomSeats.names.set(foldName(seat.name), seat.id);
    const key = [seatKey(room, seat.shard), `SEAT#${seat.id}`] as const;
    if (changed) journal.patch(...key, changed);
    else journal.put(...key, seat);
    await journal.written();
    return seat;
  }

  /** As on AWS: shards must match. */
  function lookUp({ room, shard, seat: id }: SeatAddress): FoundSeat | undefined {
    const roomSeats = seatsByRoom.get(room);
    const seat = roomSeats?.seats.get(id);
    return roomSeats && seat?.shard === shard ? { roomSeats, seat } : undefined;
  }
  function own(address: SeatAddress, secret: string) {
    const found = lookUp(address);
    if (found?.seat.secret !== secret) return refusal('noSeat');
    return found.seat.removed ? refusal('removed') : found;
  }
  async function renameSeat(room: string, { roomSeats, seat }: FoundSeat, { name, folded, held }: Naming) {
    if ((roomSeats.names.get(folded) ?? seat.id) !== seat.id) return refusal('nameTaken');
    if (seat.name === name) return seat;
    roomSeats.names.delete(foldName(seat.name));
    return keep(room, roomSeats, { ...seat, name, heldName: held, rev: seat.rev + 1 });
  }
  async function release(address: SeatAddress, connection: string, leftAt: number) {
    const found = lookUp(address);
    if (found?.seat.connection !== connection) return;
    await keep(address.room, found.roomSeats, { ...found.seat, connection: undefined, leftAt });
  }

  async function dismiss(address: SeatAddress) {
    const found = lookUp(address);
    if (!found || found.seat.removed) return;
    const { roomSeats, seat } = found;
    roomSeats.seats.delete(seat.id);
    roomSeats.names.delete(foldName(seat.name));
    if (seat.connection) letGo(seat.connection, seat.id);
    journal.put(seatKey(address.room, seat.shard), `SEAT#${seat.id}`, undefined);
    await journal.written();
  }

  return {
    async join({ room, shard, seat: id, secret, name, folded, held: heldName, connection, connectedAt, at }) {
      const roomSeats = seatsOfRoom(seatsByRoom, room);
      if (roomSeats.seats.has(id)) {
        const found = own({ room, shard, seat: id }, secret);
        if (isRefusal(found)) return found;
        const newer = connectedAt >= found.seat.connectedAt;
        return newer ? keep(room, roomSeats, { ...found.seat, connection, connectedAt, leftAt: undefined }) : found.seat;
      }
      if (roomSeats.names.has(folded)) return refusal('nameTaken');
      const seat = { id, shard, name, heldName, secret, rev: 1, joinedAt: at, connection, connectedAt, answers: {} };
      return keep(room, roomSeats, seat);
    },
    nameFree: async (room, folded) => !seatsByRoom.get(room)?.names.has(folded),
    async seat(address, secret) {
      const found = own(address, secret);
      return isRefusal(found) ? found : found.seat;
    },
    async claimSeat(address, secret, { connection, connectedAt }) {
      const found = own(address, secret);
      if (isRefusal(found)) return found;
      if (found.seat.connection !== connection && found.seat.connectedAt > connectedAt) return refusal('taken');
      return keep(address.room, found.roomSeats, { ...found.seat, connection, connectedAt, leftAt: undefined });
    },
    async rename(address, secret, naming) {
      const found = own(address, secret);
      return isRefusal(found) ? found : renameSeat(address.room, found, naming);
    },
    async renameByHost(address, naming) {
      const found = lookUp(address);
      if (!found) return refusal('noSeat');
      return found.seat.removed ? refusal('removed') : renameSeat(address.room, found, naming);
    },
    async deleteSeat(address, secret) {
      if (!isRefusal(own(address, secret))) await dismiss(address);
    },
    undoJoin: dismiss,
    async disconnectAll(connection, at) {
      const holding = [...(held.get(connection)?.values() ?? [])];
      // Rooms may be forgotten already.
      held.delete(connection);
      await Promise.all(holding.map((address) => release(address, connection, at)));
    },
    disconnectSeat: release,
    async recordAnswer(address, secret, turn, answer) {
      const found = own(address, secret);
      if (isRefusal(found)) return found;
      const { roomSeats, seat } = found;
      const held = inSlotOf(turn, seat);
      const before = seat.answers[turn];
      if (before || held.some((other) => other > turn)) {
        // It may not be on disk.
        await journal.written();
        if (!before) return { result: 'late' };
        return { result: before.value === answer.value ? 'same' : 'different', answer: before, rev: seat.rev };
      }
      const rev = seat.rev + 1;
      const answers: Record<number, Answer> = { ...seat.answers, [turn]: answer };
      for (const other of held) delete answers[other];
      const gone = Object.fromEntries(held.map((other) => [other, null]));
      await keep(address.room, roomSeats, { ...seat, rev, answers }, { rev, answers: { ...gone, [turn]: answer } });
      return { result: 'recorded', answer, rev };
    },
    async seats(room, shard) {
      const found = [...(seatsByRoom.get(room)?.seats.values() ?? [])].filter((seat) => seat.shard === shard);
      // Never broadcast what is not durable.
      await journal.written();
      return found;
    },
    async kick(address) {
      const found = lookUp(address);
      if (!found) return undefined;
      const { roomSeats, seat } = found;
      await keep(address.room, roomSeats, { ...seat, removed: true, connection: undefined, rev: seat.rev + 1 });
      return seat;
    },
  };
}
