import { isRefusal, type Result, refusal } from '../../../game/refusals.ts';
import type { Seat, SeatAddress } from '../../../game/seats/seat.ts';
import type { Naming, NoSeat, SeatStore } from '../../ports/seats.ts';
import { type Item, number, numberOf, text, textOf } from './attributes.ts';
import type { Items, Update } from './items.ts';
import { inSlot, seatFrom, slotIn, slotName } from './seat-item.ts';
import { inOrder, KEYS, seatFromKey, TABLE, ttlOf } from './table.ts';

/** A name without a seat stays taken, ms. */
const NAME_CLAIM_MS = 30_000;

const keyAt = ({ room, shard, seat }: SeatAddress) => KEYS.seat(room, shard, seat);
const MINE = '#secret = :secret AND attribute_not_exists(#removed)';
const HELD = { condition: '#seat = :seat' };

const claiming = (connection: string, connectedAt: number) => ({
  set: { [TABLE.index.pk]: connection, connectedAt, leftAt: undefined },
  condition: '(#connectedAt <= :since OR #connection = :by)',
  values: { since: connectedAt, by: connection },
});

/** @param looks waits between index reads, ms: it lags */
export function seatVerbs(items: Items, looks: readonly number[]): SeatStore {
  /** `old` saves the read. */
  async function own(address: SeatAddress, secret: string, old?: Item): Promise<Result<Item, NoSeat>> {
    const item = old ?? (await items.get(keyAt(address)));
    if (!item || text(item, 'secret') !== secret) return refusal('noSeat');
    return item.removed ? refusal('removed') : item;
  }

  async function change(
    address: SeatAddress,
    secret: string,
    update: Update,
  ): Promise<{ item: Item } | { failed: Result<Item, NoSeat> }> {
    const condition = update.condition ? `${MINE} AND ${update.condition}` : MINE;
    const done = await items.update(keyAt(address), { ...update, condition, values: { ...update.values, secret } });
    return 'item' in done ? done : { failed: await own(address, secret, done.failed) };
  }

  /** Takes over a stale name (missing seat, or renamed). */
  async function takeName(address: SeatAddress, folded: string, at: number, ttl: number): Promise<boolean> {
    const key = KEYS.name(address.room, folded);
    const { seat, shard } = address;
    const row = { seat, shard, at, [TABLE.ttl]: ttl };
    if (await items.put(key, row, { condition: 'attribute_not_exists(#pk) OR #seat = :seat', values: { seat } })) return true;
    const taken = await items.get(key);
    const since = number(taken, 'at') ?? 0;
    if (taken && at - since < NAME_CLAIM_MS) return false;
    const by = text(taken, 'seat') ?? '';
    const holder = taken && (await items.get(KEYS.seat(address.room, numberOf(taken, 'shard'), by)));
    if (text(holder, 'folded') === folded) return false;
    const stale = 'attribute_not_exists(#pk) OR #seat = :seat OR (#seat = :by AND #at = :since)';
    return items.put(key, row, { condition: stale, values: { seat, by, since } });
  }

  const freeName = ({ room, seat }: SeatAddress, folded: string) =>
    items.delete(KEYS.name(room, folded), { ...HELD, values: { seat } });

  async function release(address: SeatAddress, connection: string, at: number): Promise<void> {
    const set = { [TABLE.index.pk]: undefined, leftAt: at };
    await items.update(keyAt(address), { set, condition: '#connection = :connection', values: { connection } });
  }

  /** @param before the seat's item, not removed */
  async function renameSeat(address: SeatAddress, before: Item, { name, folded, held = '', at }: Naming) {
    if (text(before, 'name') === name) return seatFrom(before);
    const former = textOf(before, 'folded');
    if (!(await takeName(address, folded, at, numberOf(before, TABLE.ttl)))) return refusal('nameTaken');
    // A repeat must not raise the revision again.
    const renaming = { set: { name, folded, held }, raise: 'rev', condition: '#name <> :name', values: { name } };
    const done = await change(address, textOf(before, 'secret'), renaming);
    const after = seatOr('item' in done ? done.item : done.failed);
    if (!isRefusal(after) && former !== folded) await freeName(address, former);
    return after;
  }

  const seatOr = (item: Result<Item, NoSeat>): Result<Seat, NoSeat> => (isRefusal(item) ? item : seatFrom(item));

  return {
    async join({ room, shard, seat, secret, name, folded, held, connection, connectedAt, at, expiresAt }) {
      const address = { room, shard, seat };
      const ttl = ttlOf(expiresAt);
      if (!(await takeName(address, folded, at, ttl))) {
        const here = await own(address, secret);
        if (isRefusal(here)) return here.refused === 'removed' ? here : refusal('nameTaken');
      }
      const claim = claiming(connection, connectedAt);
      const done = await items.update(keyAt(address), {
        set: claim.set,
        unlessSet: { name, folded, ...(held && { held }), secret, joinedAt: at, rev: 1, [TABLE.ttl]: ttl },
        condition: `attribute_not_exists(#pk) OR (${MINE} AND ${claim.condition})`,
        values: { ...claim.values, secret },
      });
      return seatOr('item' in done ? done.item : await own(address, secret, done.failed));
    },
    nameFree: async (room, folded) => (await items.get(KEYS.name(room, folded))) === undefined,
    seat: async (address, secret) => seatOr(await own(address, secret)),
    async claimSeat(address, secret, { connection, connectedAt }) {
      const done = await change(address, secret, claiming(connection, connectedAt));
      if ('item' in done) return seatFrom(done.item);
      return isRefusal(done.failed) ? done.failed : refusal('taken');
    },
    async rename(address, secret, naming) {
      const before = await own(address, secret);
      return isRefusal(before) ? before : renameSeat(address, before, naming);
    },
    async renameByHost(address, naming) {
      const before = await items.get(keyAt(address));
      if (!before) return refusal('noSeat');
      return before.removed ? refusal('removed') : renameSeat(address, before, naming);
    },
    async deleteSeat(address, secret) {
      const before = await own(address, secret);
      if (isRefusal(before)) return;
      await items.delete(keyAt(address), { condition: MINE, values: { secret } });
      await freeName(address, textOf(before, 'folded'));
    },
    async disconnectAll(connection, at) {
      let keys = await items.byConnection(connection);
      for (const wait of looks) {
        if (keys.length) break;
        await new Promise((resolve) => setTimeout(resolve, wait));
        keys = await items.byConnection(connection);
      }
      await Promise.all(keys.map((key) => release(seatFromKey(key), connection, at)));
    },
    disconnectSeat: release,
    async recordAnswer(address, secret, turn, answer) {
      const slot = slotName(turn);
      const done = await change(address, secret, {
        set: { [slot]: inSlot(turn, answer) },
        raise: 'rev',
        condition: `(attribute_not_exists(#${slot}) OR #${slot} < :round)`,
        values: { round: inOrder(turn) },
      });
      if ('item' in done) return { result: 'recorded', answer, rev: numberOf(done.item, 'rev') };
      if (isRefusal(done.failed)) return done.failed;
      const held = slotIn(done.failed, turn);
      if (held?.turn !== turn) return { result: 'late' };
      const { value } = held.answer;
      return { result: value === answer.value ? 'same' : 'different', answer: held.answer, rev: numberOf(done.failed, 'rev') };
    },
    async undoJoin(address) {
      const before = await items.get(keyAt(address));
      if (!before || before.removed) return;
      const still = 'attribute_exists(#pk) AND attribute_not_exists(#removed)';
      await items.delete(keyAt(address), { condition: still });
      await freeName(address, textOf(before, 'folded'));
    },
    seats: async (room, shard, options) => (await items.list(KEYS.seat(room, shard, '').pk, 'SEAT#', options)).map(seatFrom),
    async kick(address) {
      const before = await items.get(keyAt(address));
      if (!before) return undefined;
      const set = { removed: 1, [TABLE.index.pk]: undefined };
      const condition = 'attribute_exists(#pk) AND attribute_not_exists(#removed)';
      await items.update(keyAt(address), { set, raise: 'rev', condition });
      return seatFrom(before);
    },
  };
}
