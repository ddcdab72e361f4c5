// Hosts and players driven frame by frame; sample-client/ plays by itself.
import { randomBytes } from 'node:crypto';
import type { Phase } from '../../game/room/room.ts';
import type { Move } from '../../game/room/transitions.ts';
import type { PlayerStanding } from '../../game/seats/standing.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import type { RoomView } from '../../game/wire/views.ts';
import { gatherResults, type Results } from '../../web/connection/gather-results.ts';
import { connectClient, type ProtocolClient } from './protocol-client.ts';

export const token = () => randomBytes(16).toString('base64url');
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, ms)));

export interface HostClient {
  line: ProtocolClient;
  id: string;
  pin: string;
  /** The newest view. */
  room: RoomView;
  look(fields?: { names?: number }): Promise<Frame<'stage'>>;
  move(move: Move): Promise<RoomView>;
  /** Looks until the room is in the phase. */
  until(phase: Phase): Promise<RoomView>;
  /** Waits for the instant at which the options open. */
  opened(): Promise<void>;
  results(game?: number): Promise<Results>;
}

/** Hosts a room; without `id` a new one. */
export async function hostRoom(
  line: ProtocolClient,
  key: string,
  { quiz, id: known }: { quiz?: string; id?: string },
): Promise<HostClient> {
  const first = known
    ? await line.ask('stage', 'look', { key, room: known })
    : await line.ask('stage', 'open', { key, quiz: quiz! });
  let tallied: NonNullable<Frame<'stage'>['stage']>['tallied'] | undefined;
  const { id } = first;
  const here: HostClient = {
    line,
    id,
    pin: first.room!.pin,
    room: first.room!,
    async look({ names = 0 } = {}) {
      const frame = await line.ask('stage', 'look', {
        key,
        room: id,
        version: here.room.version,
        names,
        ...(tallied && { tallied }),
      });
      tallied = frame.stage!.tallied;
      if (frame.room) here.room = frame.room;
      return frame;
    },
    async move(move) {
      here.room = (await line.ask('stage', 'move', { key, room: id, version: here.room.version, move })).room!;
      return here.room;
    },
    async until(phase) {
      for (;;) {
        const { lookIn } = await here.look();
        if (here.room.phase === phase) return here.room;
        await pause(lookIn!);
      }
    },
    opened: () => pause(here.room.turn!.opensAt - Date.now() + 20),
    results: (game) => gatherResults((cursor) => line.ask('results', 'results', { key, room: id, cursor, game })),
  };
  return here;
}

export interface PlayerClient {
  /** The line it speaks by; another one after a restart. */
  line: ProtocolClient;
  name: string;
  seat: string;
  secret: string;
  /** The reply to joining. */
  first: Frame<'view'>;
  answer(value: string, turn?: number): Promise<Frame<'answered'>>;
  sync(by?: ProtocolClient): Promise<Frame>;
  /** As the server holds it. */
  standing(): Promise<PlayerStanding | undefined>;
}

/** Joins by a new line, or by one that is there. */
export async function joinRoom(url: string, pin: string, name: string, by?: ProtocolClient): Promise<PlayerClient> {
  const line = by ?? (await connectClient(url));
  const secret = token();
  const first = await line.ask('view', 'join', { pin, name, seat: token(), secret });
  const seat = first.you!.address;
  const here: PlayerClient = {
    line,
    name,
    seat,
    secret,
    first,
    async answer(value, turn) {
      const last = turn ?? (await here.line.waitFor('view', (frame) => frame.room?.phase === 'question')).room!.turn!.number;
      return here.line.ask('answered', 'answer', { seat, secret, turn: last, answer: value });
    },
    sync: (other) => (other ?? here.line).say('sync', { seat, secret }),
    standing: async () => (await here.line.ask('view', 'sync', { seat, secret, version: 0, rev: 0 })).standing,
  };
  return here;
}
