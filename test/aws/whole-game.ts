// A whole game in simulated time, with usage counted.

import { hash } from 'node:crypto';
import type { Quiz } from '../../game/quiz/quiz.ts';
import type { Move } from '../../game/room/transitions.ts';
import type { Action, Messages } from '../../game/wire/client-messages.ts';
import { ACTIONS } from '../../game/wire/client-messages.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import type { FunctionName } from '../../lambdas/aws/environment.ts';
import { createMetrics } from '../../lambdas/aws/metrics.ts';
import { type ShardAnnouncement, shardBroadcaster } from '../../lambdas/aws/shard-broadcaster.ts';
import { disconnectHandler } from '../../lambdas/handlers/disconnect.ts';
import { hostHandler } from '../../lambdas/handlers/host.ts';
import { playerHandler } from '../../lambdas/handlers/player.ts';
import type { HostPorts, Store } from '../../lambdas/ports/ports.ts';
import { broadcastToShard, inProcessBroadcaster } from '../../lambdas/room/broadcast.ts';
import { seeded } from '../support/fake-environment.ts';
import { noMedia } from '../support/no-media.ts';
import { putSample } from '../support/samples.ts';

/** A sweep is of no game. */
export type GameFunction = Exclude<FunctionName, 'sweep'>;

export interface Played {
  invocations: Record<GameFunction, number>;
  messages: { in: number; replies: number; posts: number };
  /** Syncs and clock samples, both ways. */
  syncFrames: number;
  connectionMinutes: number;
  /** From host connection to last disconnect, ms. */
  lasted: number;
}

/** Players' behaviour, as docs/aws.md describes it. */
export const HABITS = {
  /** Arrival window, ms. */
  lobby: 90_000,
  clockSamples: 8,
  /** After the opening, ms. */
  thinking: { least: 1000, most: 9000 },
  /** Display times, ms. */
  reveal: 6000,
  standings: 4000,
  podium: 30_000,
};

/** Event queue in simulated time. */
function schedule(from: number) {
  const due: { at: number; run: () => Promise<void> | void }[] = [];
  const here = {
    now: from,
    at(at: number, run: () => Promise<void> | void) {
      const before = due.findIndex((other) => other.at > at);
      due.splice(before < 0 ? due.length : before, 0, { at: Math.max(at, here.now), run });
    },
    async play(over: () => boolean) {
      for (let next = due.shift(); next && !over(); next = due.shift()) {
        here.now = next.at;
        await next.run();
      }
    },
  };
  return here;
}

/**
 * Deterministic to the byte.
 * @param open opens a store on the given clock
 */
export async function wholeGame(open: (now: () => number) => Store, quiz: Quiz, players: number): Promise<Played> {
  const random = seeded(players);
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => random() * 256);
  const token = () => Buffer.from(bytes(16)).toString('base64url');
  const time = schedule(1_800_000_000_000);
  const started = time.now;
  const store = open(() => time.now);
  const played: Played = {
    invocations: { connect: 0, disconnect: 0, player: 0, host: 0, announce: 0 },
    messages: { in: 0, replies: 0, posts: 0 },
    syncFrames: 0,
    connectionMinutes: 0,
    lasted: 0,
  };
  const pages = new Map<string, { since: number; hears: (frame: Frame) => void }>();
  const post = (connection: string, frame: string) => {
    played.messages.posts++;
    pages.get(connection)?.hears(JSON.parse(frame));
  };
  const sockets: HostPorts['sockets'] = {
    async sendAll(connections, frame) {
      for (const connection of connections) post(connection, frame);
      return { gone: [], undelivered: 0 };
    },
    async send(each) {
      for (const { connection, frame } of each) post(connection, frame);
      return { gone: [], undelivered: 0 };
    },
  };
  const ports: HostPorts = {
    store,
    sockets,
    media: noMedia,
    now: () => time.now,
    broadcaster: shardBroadcaster({
      inLine: inProcessBroadcaster({ store, sockets, now: () => time.now }),
      async invoke(payload) {
        played.invocations.announce++;
        const { room: id, shard, announcement }: ShardAnnouncement = JSON.parse(payload);
        await broadcastToShard({ store, sockets, now: () => time.now }, id, shard, announcement);
      },
      from: 250,
      now: () => time.now,
      metrics: createMetrics({ stack: 'Quizcast', now: () => time.now, write: () => {} }),
    }),
    random: bytes,
    hash: (text) => hash('sha256', text, 'base64url'),
    limits: { expectedPlayers: 1000, retention: 86_400_000, lookIn: 1000 },
  };
  const functions = { player: playerHandler(ports), host: hostHandler(ports) };
  const left = disconnectHandler(ports);

  const connect = (connection: string, hears: (frame: Frame) => void) => {
    played.invocations.connect++;
    pages.set(connection, { since: time.now, hears });
  };
  const close = async (connection: string) => {
    played.invocations.disconnect++;
    played.connectionMinutes += Math.ceil((time.now - pages.get(connection)!.since) / 60_000);
    await left({ requestContext: context(connection, '$disconnect', 'DISCONNECT') });
  };
  const context = (connection: string, routeKey: string, eventType: 'MESSAGE' | 'DISCONNECT') => ({
    eventType,
    routeKey,
    connectionId: connection,
    connectedAt: pages.get(connection)!.since,
    requestTimeEpoch: time.now,
    requestId: token(),
  });
  async function say<A extends Action>(connection: string, action: A, fields: Partial<Messages[A]>): Promise<Frame> {
    const to = Object.hasOwn(ACTIONS.host, action) ? 'host' : 'player';
    played.invocations[to]++;
    played.messages.in++;
    played.messages.replies++;
    if (action === 'sync' || action === 'clock') played.syncFrames += 2;
    const body = JSON.stringify({ id: token(), action, ...fields });
    const reply = await functions[to]({ requestContext: context(connection, action, 'MESSAGE'), body });
    const frame = JSON.parse(reply.body!) as Frame;
    if (frame.type === 'refused') throw new Error(`${action} was refused: ${frame.text}`);
    return frame;
  }

  const key = token();
  const HOST = 'the-host';
  await store.invite(ports.hash(key) as string);
  await putSample(store, 'played', quiz);
  connect(HOST, () => {});
  await say(HOST, 'shelf', { key });
  const opened = (await say(HOST, 'open', { key, quiz: 'played' })) as Frame<'stage'>;
  const room = { id: opened.id, pin: opened.room!.pin, version: 1, tallied: undefined as Messages['look']['tallied'], asked: 0 };
  let over = false;
  const move = (after: number, name: Move) =>
    time.at(time.now + after, async () => {
      const { room: now } = (await say(HOST, 'move', {
        key,
        room: room.id,
        version: room.version,
        move: name,
      })) as Frame<'stage'>;
      room.version = now!.version;
      if (name === 'start' || name === 'question') room.asked++;
      if (name === 'standings') move(HABITS.standings, 'question');
      if (name === 'podium') move(HABITS.podium, 'end');
      if (name === 'end') over = true;
    });
  const look = async () => {
    const { id, version, tallied } = room;
    const seen = (await say(HOST, 'look', { key, room: id, version, names: 60, ...(tallied && { tallied }) })) as Frame<'stage'>;
    room.tallied = seen.stage!.tallied;
    if (seen.room) {
      room.version = seen.room.version;
      if (seen.room.phase === 'reveal') move(HABITS.reveal, room.asked < quiz.questions.length ? 'standings' : 'podium');
    }
    if (!over) time.at(time.now + seen.lookIn!, look);
  };
  time.at(time.now + 1000, look);
  move(HABITS.lobby, 'start');

  for (let i = 0; i < players; i++) {
    time.at(started + random() * HABITS.lobby * 0.9, async () => {
      const connection = `player-${i}`;
      const secret = token();
      let heard = 0;
      let answered = -1;
      const hears = (frame: Frame) => {
        const asOf = ++heard;
        const pause = HABITS.thinking.most - HABITS.thinking.least;
        if (frame.type === 'view' && frame.room?.phase === 'question' && frame.room.turn!.number > answered) {
          const { number: turn, opensAt } = frame.room.turn!;
          answered = turn;
          const answer = String(1 + Math.floor(random() * 4));
          const give = async () => {
            heard++;
            await say(connection, 'answer', { seat, secret, turn, answer });
          };
          time.at(opensAt + HABITS.thinking.least + random() * pause, give);
        }
        if (frame.type === 'view' && frame.room) version = frame.room.version;
        // Periodic sync: any frame restarts the 20 s.
        time.at(time.now + 20_000, async () => {
          if (heard === asOf && !over) hears(await say(connection, 'sync', { seat, secret, version, rev: 1000 }));
        });
      };
      let version = 0;
      connect(connection, hears);
      const joined = (await say(connection, 'join', {
        pin: room.pin,
        name: `Player ${i}`,
        seat: token(),
        secret,
      })) as Frame<'view'>;
      const seat = joined.you!.address;
      hears(joined);
      for (let sample = 0; sample < HABITS.clockSamples; sample++) await say(connection, 'clock', {});
    });
  }
  await time.play(() => over);
  for (const connection of pages.keys()) await close(connection);
  played.lasted = time.now - started;
  return played;
}
