import type { Move } from '../../game/room/transitions.ts';
import type { RoomView } from '../../game/wire/views.ts';
import { type HandlerFixture, KEY } from './handler-fixture.ts';

/** A room with players. */
export async function openedRoom(here: HandlerFixture, ...names: string[]) {
  const { id, room: first } = await here.ask('stage', 'host', 'open', { key: KEY, quiz: 'test' });
  let room = first!;
  const seats: Record<string, { seat: string; secret: string }> = {};
  for (const name of names) seats[name] = await here.join(name, room.pin);
  const look = async () => {
    const frame = await here.ask('stage', 'host', 'look', { key: KEY, room: id, version: room.version });
    if (frame.room) room = frame.room;
    return frame;
  };
  return {
    id,
    seats,
    look,
    room: () => room,
    async move(move: Move): Promise<RoomView> {
      const frame = await here.ask('stage', 'host', 'move', { key: KEY, room: id, version: room.version, move });
      room = frame.room!;
      return room;
    },
    /** Moves on, and lets time pass until the options open. */
    async open(move: 'start' | 'question' = 'start'): Promise<void> {
      await this.move(move);
      here.now = room.turn!.opensAt;
    },
    async answer(name: string, answer: string) {
      return here.ask('answered', name, 'answer', { ...seats[name]!, turn: room.turn!.number, answer });
    },
    /** As the server holds it. */
    async standing(name: string) {
      return (await here.ask('view', name, 'sync', { ...seats[name]!, version: 0, rev: 0 })).standing;
    },
    async sealed() {
      here.now = room.turn!.sealsAt + 500;
      await look();
      return room;
    },
  };
}
