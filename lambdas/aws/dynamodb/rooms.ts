import { refusal } from '../../../game/refusals.ts';
import type { Room } from '../../../game/room/room.ts';
import type { RoomStore } from '../../ports/rooms.ts';
import { type Item, number, numberOf, text, textOf } from './attributes.ts';
import type { Items } from './items.ts';
import { putQuestions, questionsOf } from './questions.ts';
import { definedOnly, roomAttributes, roomFrom } from './room-item.ts';
import { KEYS, TABLE, ttlOf } from './table.ts';

const after = (item: Item, prefix: string) => textOf(item, TABLE.sk).slice(prefix.length);

/** Join settings, copied to the PIN row. */
const doorOf = ({ settings, owner }: Room) => ({
  locked: Number(settings.locked),
  guard: settings.guarded ? owner : undefined,
});

export function roomVerbs(items: Items, now: () => number): RoomStore {
  async function room(id: string): Promise<Room | undefined> {
    const item = await items.get(KEYS.room(id));
    // DynamoDB deletes late.
    return item && numberOf(item, 'expiresAt') > now() ? roomFrom(item) : undefined;
  }

  /** Repeats too: a crash may lie between both writes. */
  async function mirrored(changed: Room): Promise<Room> {
    const mine = { condition: '#room = :room', values: { room: changed.id } };
    if (changed.phase === 'closed') await items.delete(KEYS.pin(changed.pin), mine);
    else await items.update(KEYS.pin(changed.pin), { set: doorOf(changed), ...mine });
    return changed;
  }

  return {
    async roomsOf(key) {
      const owned = await items.list(KEYS.hostsRoom(key, '').pk, 'ROOM#');
      const rooms = await Promise.all(owned.map((item) => room(after(item, 'ROOM#'))));
      return rooms.flatMap((one) => (one && one.phase !== 'closed' ? [one] : [])).sort((a, b) => b.expiresAt - a.expiresAt);
    },

    async openRoom(opened, quiz) {
      const { id, pin, shards, expiresAt, host, owner } = opened;
      const lasting = { [TABLE.ttl]: ttlOf(expiresAt) };
      const isFree = (key: string) => `attribute_not_exists(#${key}) OR #expiresAt <= :now`;
      // PIN first: a failure leaves nothing. Ours after a repeat.
      const face = { room: id, shards, ...definedOnly(doorOf(opened)), expiresAt, ...lasting };
      const free = { condition: `${isFree(TABLE.pk)} OR #room = :room`, values: { now: now(), room: id } };
      if (!(await items.put(KEYS.pin(pin), face, free))) return 'pinTaken';
      await putQuestions(items, opened, quiz.questions);
      const attributes = { ...definedOnly(roomAttributes(opened)), ...(host && { hostSince: host.connectedAt }), ...lasting };
      if (!(await items.put(KEYS.room(id), attributes, { condition: isFree(TABLE.pk), values: { now: now() } }))) {
        const there = await room(id);
        if (there?.pin !== pin) {
          await items.delete(KEYS.pin(pin), { condition: '#room = :room', values: { room: id } });
          return 'idTaken';
        }
      }
      await items.put(KEYS.hostsRoom(owner, id), lasting);
      return 'opened';
    },
    room,
    async findRoom(pin) {
      const item = await items.get(KEYS.pin(pin));
      const expiresAt = number(item, 'expiresAt') ?? 0;
      if (expiresAt <= now()) return undefined;
      const [id, shards] = [textOf(item, 'room'), numberOf(item, 'shards')];
      return { id, shards, locked: number(item, 'locked') === 1, colourOwner: text(item, 'guard'), expiresAt };
    },
    questions: async (of, from, to) => ({ language: of.language, from, questions: await questionsOf(items, of, from, to) }),
    async changeRoom(id, version, { announced, ...change }, changeId, at) {
      const changed = await items.update(KEYS.room(id), {
        set: {
          ...roomAttributes({ ...change, changeId, changedAt: at, version: version + 1 }),
          ...(announced && { needed: version + 1 }),
        },
        condition: '#version = :version AND #expiresAt > :now',
        values: { version, now: now() },
      });
      const isMirrored = change.phase === 'closed' || change.settings;
      if ('item' in changed) return isMirrored ? mirrored(roomFrom(changed.item)) : roomFrom(changed.item);
      const found = await room(id);
      if (found?.changeId !== changeId) return refusal('conflict');
      return isMirrored ? mirrored(found) : found;
    },
    async delivered(id, version) {
      await items.update(KEYS.room(id), { set: { done: version }, condition: '#done < :done', values: { done: version } });
    },
    async countPlayers(id, players) {
      await items.update(KEYS.room(id), { set: { players }, condition: 'attribute_exists(#pk)' });
    },
    async claimHost(id, { connection, connectedAt }) {
      const before = await room(id);
      if (!before) return refusal('hostTaken');
      const claimed = await items.update(KEYS.room(id), {
        set: { host: JSON.stringify({ connection, connectedAt }), hostSince: connectedAt },
        condition: 'attribute_exists(#pk) AND (attribute_not_exists(#hostSince) OR #hostSince <= :since)',
        values: { since: connectedAt },
      });
      if ('failed' in claimed) return refusal('hostTaken');
      return { replaced: before.host?.connection === connection ? undefined : before.host?.connection };
    },
  };
}
