import type { Quiz } from '../../game/quiz/quiz.ts';
import { refusal } from '../../game/refusals.ts';
import type { Room } from '../../game/room/room.ts';
import type { LibraryStore } from '../../lambdas/ports/library.ts';
import type { RoomStore } from '../../lambdas/ports/rooms.ts';
import type { Speaker } from '../../lambdas/ports/sockets.ts';
import type { Journal } from './journal.ts';

export type RoomVerbs = LibraryStore & RoomStore;

export interface RoomRecords {
  rooms: Map<string, Room>;
  quizzes: Map<string, Quiz>;
  invitations: Set<string>;
}

export const roomKey = (id: string) => `ROOM#${id}`;

export function roomVerbs(journal: Journal, now: () => number, { rooms, quizzes, invitations }: RoomRecords): RoomVerbs {
  const shelf = new Map<string, Quiz>();
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
    async invite(key) {
      invitations.add(key);
      journal.put(`HOST#${key}`, 'HOST', {});
      await journal.written();
    },
    invited: async (key) => invitations.has(key),
    async putQuiz(id, quiz) {
      shelf.set(id, quiz);
    },
    listQuizzes: async () => [...shelf].map(([id, quiz]) => ({ id, quiz })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    roomsOf: async (key) =>
      [...rooms.values()]
        .filter((room) => room.owner === key && room.phase !== 'closed' && alive(room))
        .sort((a, b) => b.expiresAt - a.expiresAt),

    async openRoom(room, quiz) {
      if (byPin(room.pin)) return 'pinTaken';
      if (alive(rooms.get(room.id))) return 'idTaken';
      pins.set(room.pin, room.id);
      quizzes.set(room.id, quiz);
      journal.put(roomKey(room.id), 'QUIZ', quiz);
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
    quiz: async (id) => quizzes.get(id),
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
