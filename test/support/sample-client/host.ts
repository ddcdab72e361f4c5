// A host's client, by PROTOCOL.md alone.
import type { Frame, ResultLine, Room, Stage } from './frames.ts';
import { forgetReload, type Page, reloadOnce } from './page.ts';
import { type Connect, openRequests } from './requests.ts';
import { type Results, resultsOf } from './results.ts';
import { watch } from './watch.ts';

interface HostOptions extends Page {
  connect: Connect;
  key: string;
  /** How many players to list. */
  names?: number;
}

interface HostHeld {
  /** The room's id. */
  id?: string;
  room?: Room;
  stage?: Stage;
}

export interface Host {
  readonly held: HostHeld;
  /** `hosting`, or why not any more. */
  readonly status: string;
  /** Ids of all quizzes there are. */
  shelf(): Promise<string[]>;
  /** Each of these resolves with the code of a refusal, if any. */
  open(quiz: string, speed?: boolean): Promise<string | undefined>;
  /** Goes on with a room that is open already. */
  goOn(room: string): Promise<string | undefined>;
  move(move: string): Promise<string | undefined>;
  remove(seat: string): Promise<string | undefined>;
  renamePlayer(seat: string, name: string): Promise<string | undefined>;
  undo(seconds: number): Promise<string | undefined>;
  results(game?: number): Promise<Results>;
  /** Resolves once it is so; looks after each frame. */
  until(holds: (host: Pick<Host, 'held' | 'status'>) => boolean): Promise<void>;
  /** Loses the connection; another follows by itself. */
  drop(): void;
  stop(): void;
}

export function sampleHost({ connect, key, names = 0, random = Math.random, ...page }: HostOptions): Host {
  const held: HostHeld = {};
  const { changed, until } = watch();
  let status = 'hosting';
  let looking: NodeJS.Timeout | undefined;
  /** When the newest reply was made. */
  let repliedAt = 0;

  const requests = openRequests({ connect, random, heard, opened: () => void look(), outdated });
  const inRoom = (action: string, fields: object = {}) => requests.refusal({ action, key, room: held.id, ...fields });

  function end(reason: string) {
    status = reason;
    clearTimeout(looking);
    requests.stop();
    changed();
  }

  function outdated() {
    end(reloadOnce(page) ? 'outdated' : 'reloading');
  }

  function heard(frame: Frame) {
    if (frame.v !== undefined) forgetReload(page);
    if (frame.type === 'refused' && frame.code === 'hostTaken') return end('hostTaken');
    if (frame.type === 'stage') {
      const { id, room, stage, t2 = repliedAt } = frame;
      held.id = id;
      if (room && room.version > (held.room?.version ?? 0)) held.room = room;
      if (stage && t2 >= repliedAt) [held.stage, repliedAt] = [stage, t2];
    }
    changed();
  }

  /** What moves a room on, over and over. */
  async function look(): Promise<string | undefined> {
    if (held.id === undefined) return undefined;
    const seen = { version: held.room?.version ?? 0, tallied: held.stage?.tallied };
    const reply = await requests.ask({ action: 'look', key, room: held.id, names, ...seen });
    if (reply.type === 'refused') return reply.code;
    clearTimeout(looking);
    if (reply.type === 'stage' && status === 'hosting') looking = setTimeout(look, reply.lookIn);
    return undefined;
  }

  const host: Host = {
    held,
    get status() {
      return status;
    },
    async shelf() {
      const ids: string[] = [];
      for (let after: string | undefined; ; ) {
        const reply = await requests.ask({ action: 'shelf', key, after });
        if (reply.type !== 'shelf') return ids;
        ids.push(...reply.quizzes.map(({ id }) => id));
        if (reply.next === undefined) return ids;
        after = reply.next;
      }
    },
    async open(quiz, speed = true) {
      return (await requests.refusal({ action: 'open', key, quiz, speed })) ?? look();
    },
    goOn(room) {
      held.id = room;
      return look();
    },
    move: (move) => inRoom('move', { version: held.room?.version ?? 0, move, names }),
    remove: (seat) => inRoom('remove', { seat }),
    renamePlayer: (seat, name) => inRoom('renamePlayer', { seat, name }),
    undo: (seconds) => inRoom('undo', { seconds }),
    async results(game) {
      const lines: ResultLine[] = [];
      for (let cursor: number | string | null = 0; cursor !== null; ) {
        const reply: Frame = await requests.ask({ action: 'results', key, room: held.id, cursor, game });
        if (reply.type !== 'results') break;
        lines.push(...reply.lines);
        cursor = reply.next;
      }
      return resultsOf(lines);
    },
    until: (holds) => until(() => holds(host)),
    drop: requests.drop,
    stop: () => end('stopped'),
  };
  return host;
}
