import type { Question } from '../../game/quiz/questions/index.ts';
import { refusal } from '../../game/refusals.ts';
import type { Room } from '../../game/room/room.ts';
import type { RoomStore } from '../../lambdas/ports/rooms.ts';
import type { Speaker } from '../../lambdas/ports/sockets.ts';
import type { Journal } from './journal.ts';

export interface RoomRecords {
  rooms: Map<string, Room>;
  questions: Map<string, readonly Question[]>;
}

export const roomKey = (id: string) => `ROOM#${id}`;

export function roomVerbs(journal: Journal, now: () => number, { rooms, questions }: RoomRecords): RoomStore {
  const pins = new Map<string, string>();
  const alive = (room: Room | undefined) => (room && room.expiresAt > now() ? room : undefined);
  for (const room of rooms.values()) if (room.phase !== 'closed' && alive(room)) pins.set(room.pin, room.id);
  const byPin = (pin: string) => alive(rooms.get(pins.get(pin) ?? ''));

  async function keep(room: Room): Promise<Room> {
    rooms.set(room.id, room);
    journal.put(roomKey(room.id), 'ROOM', room);
    await journal.written();
    return room;
  }

  return {
    roomsOf: async (key) =>
      [...rooms.values()]
        .filter((room) => room.owner === key && room.phase !== 'closed' && alive(room))
        .sort((a, b) => b.expiresAt - a.expiresAt),

    async openRoom(room, quiz) {
      if (byPin(room.pin)) return 'pinTaken';
      if (alive(rooms.get(room.id))) return 'idTaken';
      pins.set(room.pin, room.id);
      questions.set(room.id, quiz.questions);
      journal.put(roomKey(room.id), 'QUESTIONS', quiz.questions);
      await keep(room);
      return 'opened';
    },
    room: async (id) => alive(rooms.get(id)),
    async findRoom(pin) {
      const room = byPin(pin);
      if (!room) return undefined;
      const { id, shards, settings, expiresAt, owner } = room;
      return { id, shards, locked: settings.locked, colourOwner: settings.guarded ? owner : undefined, expiresAt };
    },
    questions: async ({ id, language }, from, to) => ({
      language,
      from,
      questions: questions.get(id)?.slice(from, to + 1) ?? [],
    }),
    async changeRoom(id, version, { announced, ...change }, changeId, at) {
      const room = alive(rooms.get(id));
      if (room?.changeId === changeId) {
        await journal.written();
        return room;
      }
      if (room?.version !== version) return refusal('conflict');
      if (change.phase === 'closed') pins.delete(room.pin);
      const delivery = announced ? { ...room.delivery, needed: version + 1 } : room.delivery;
      return keep({ ...room, ...change, delivery, version: version + 1, changeId, changedAt: at });
    },
    async delivered(id, version) {
      const room = alive(rooms.get(id));
      if (room) await keep({ ...room, delivery: { ...room.delivery, done: Math.max(room.delivery.done, version) } });
    },
    async countPlayers(id, players) {
      const room = alive(rooms.get(id));
      if (room) await keep({ ...room, players });
    },
    async claimHost(id, { connection, connectedAt }: Speaker) {
      const room = alive(rooms.get(id));
      if (!room || (room.host && room.host.connectedAt > connectedAt)) return refusal('hostTaken');
      await keep({ ...room, host: { connection, connectedAt } });
      return { replaced: room.host?.connection === connection ? undefined : room.host?.connection };
    },
  };
}
