// A host with two pages, who retries.

import type { Move } from '../../game/room/transitions.ts';
import type { Frame, ResultsCursor } from '../../game/wire/server-frames.ts';
import type { RoomView } from '../../game/wire/views.ts';
import { gatherResults } from '../../web/connection/gather-results.ts';
import { connectClient, type ProtocolClient } from '../support/protocol-client.ts';
import type { GameUnderFaults } from './game-under-faults.ts';

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Two pages that press at the same time. */
export async function openHosts({ port, key, plan, open }: Pick<GameUnderFaults, 'port' | 'key' | 'plan' | 'open'>) {
  const url = `ws://127.0.0.1:${port}/socket`;
  const lines: (ProtocolClient | undefined)[] = [undefined, undefined];
  const ask = async (which: 0 | 1, action: 'open' | 'look' | 'move' | 'results', fields: object): Promise<Frame> => {
    for (let tries = 0; tries < 60; tries++) {
      try {
        lines[which] ??= await connectClient(url, { timeoutMs: 1500, ...(open && { socket: open(url) }) });
        const frame = await lines[which].say(action, { key, ...fields } as never);
        if (frame.type !== 'refused' || frame.code !== 'hostTaken') return frame;
      } catch {
        // Retried on a new connection.
      }
      lines[which]?.close();
      lines[which] = undefined;
      await pause(50);
    }
    throw new Error(`${action} was not answered in 60 tries`);
  };
  const id = `open-${plan.chance('open').toString(36).slice(2)}`;
  const opened = (await ask(0, 'open', { id, quiz: 'quiz' })) as Frame<'stage'>;
  const here = {
    id: opened.id,
    room: opened.room!,
    /** By number; a question may first appear at its reveal. */
    turns: new Map<number, NonNullable<RoomView['turn']>>(),
    async look() {
      const frame = (await ask(0, 'look', { room: here.id, version: here.room.version })) as Frame<'stage'>;
      if (frame.room) here.room = frame.room;
      if (frame.room?.turn) here.turns.set(frame.room.turn.number, frame.room.turn);
      return frame;
    },
    async press(move: Move) {
      const { version } = here.room;
      for (let tries = 0; here.room.version === version; tries++) {
        if (tries > 20) throw new Error(`nobody could press ${move}`);
        plan.note('hosts both pressing');
        await Promise.all(([0, 1] as const).map((which) => ask(which, 'move', { room: here.id, version, move })));
        await here.look();
      }
    },
    async results() {
      const page = (cursor: ResultsCursor) => ask(0, 'results', { room: here.id, cursor }) as Promise<Frame<'results'>>;
      return (await gatherResults(page)).players;
    },
    cut() {
      lines[plan.chance('which host') < 0.5 ? 0 : 1]?.close();
      plan.note('host cut off');
    },
    close() {
      for (const line of lines) line?.close();
    },
  };
  return here;
}
