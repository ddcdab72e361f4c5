// The handlers on a real store, with a held clock and recording sockets.

import { hash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parseQuiz, type Quiz } from '../../game/quiz/quiz.ts';
import { ACTIONS, type Action, type Messages } from '../../game/wire/client-messages.ts';
import type { Frame, FrameType } from '../../game/wire/server-frames.ts';
import { hostHandler } from '../../lambdas/handlers/host.ts';
import { playerHandler } from '../../lambdas/handlers/player.ts';
import type { HostPorts } from '../../lambdas/ports/ports.ts';
import type { Sent } from '../../lambdas/ports/sockets.ts';
import { inProcessBroadcaster } from '../../lambdas/room/broadcast.ts';
import { openMedia } from '../../local/media/media-folder.ts';
import { openJournal } from '../../local/store/journal.ts';
import { openStore } from '../../local/store/store.ts';
import { putSample } from '../support/samples.ts';

export const KEY = 'Hn3ksPq0TtWm1Zc5Vb9Yxw';
export const token = (name: string) => name.padEnd(22, '_');

export const quizOf = (...questions: object[]): Quiz => {
  const parsed = parseQuiz({ title: 'A test', language: 'en', questions });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.quiz;
};

export const CAPITALS = quizOf(
  { kind: 'choice', text: 'The capital of Chile?', options: ['Lima', 'Santiago'], right: 2, seconds: 10, reading: 5 },
  { kind: 'choice', text: 'The capital of Peru?', options: ['Lima', 'Santiago'], right: 1, seconds: 10, reading: 5 },
  { kind: 'choice', text: 'The capital of Italy?', options: ['Rome', 'Milan'], right: 1, seconds: 10, reading: 5 },
);

export interface HandlerFixture {
  ports: HostPorts;
  /** Epoch ms; tests set it. */
  now: number;
  /** What each connection was sent, parsed. */
  sent: { connection: string; frame: Frame }[];
  /** Connections that are gone. */
  gone: Set<string>;
  say<A extends Action>(connection: string, action: A, fields: Partial<Messages[A]>): Promise<Frame>;
  /** A body of any sort to the players' function; returns the code of its refusal. */
  sayRaw(body: string): Promise<string | undefined>;
  ask<A extends Action, T extends FrameType>(
    type: T,
    connection: string,
    action: A,
    fields: Partial<Messages[A]>,
  ): Promise<Frame<T>>;
  /** Joins by a connection of the same name; returns what later frames carry. */
  join(name: string, pin: string): Promise<{ seat: string; secret: string }>;
  framesTo(connection: string): Frame[];
}

/** @param shards how many shards a room gets */
export async function handlerFixture({ quiz = CAPITALS, shards = 1 } = {}): Promise<HandlerFixture> {
  const directory = mkdtempSync(join(tmpdir(), 'quizcast-'));
  const onFault = (error: unknown) => {
    throw error;
  };
  // What is on the disk is other tests' matter.
  const journal = openJournal(directory, onFault, async () => {});
  onTestFinished(() => {
    journal.close();
    rmSync(directory, { recursive: true });
  });
  let requests = 0;
  const contextOf = (connectionId: string, routeKey: string) => ({
    eventType: 'MESSAGE' as const,
    routeKey,
    connectionId,
    connectedAt: 1,
    requestTimeEpoch: here.now,
    requestId: `r${requests}`,
  });
  const here: HandlerFixture = {
    now: 1_700_000_000_000,
    sent: [],
    gone: new Set(),
    ports: undefined as never,
    async say(connection, action, fields) {
      const body = JSON.stringify({ id: `q${requests++}`, action, ...fields });
      const handler = Object.hasOwn(ACTIONS.host, action) ? hosts : players;
      const { body: reply } = await handler({ requestContext: contextOf(connection, action), body });
      return JSON.parse(reply!);
    },
    async sayRaw(body) {
      const { body: reply } = await players({ requestContext: contextOf('anybody', '$default'), body });
      return JSON.parse(reply!).code;
    },
    async ask(type, connection, action, fields) {
      const frame = await here.say(connection, action, fields);
      if (frame.type !== type) throw new Error(`${action} was answered with ${JSON.stringify(frame)}`);
      return frame as never;
    },
    async join(name, pin) {
      const { you } = await here.ask('view', name, 'join', { pin, name, seat: token(name), secret: token(`${name}-secret`) });
      return { seat: you!.address, secret: token(`${name}-secret`) };
    },
    framesTo: (connection) => here.sent.filter((one) => one.connection === connection).map(({ frame }) => frame),
  };
  const now = () => here.now;
  const store = openStore(journal, now);
  const deliver = (each: { connection: string; frame: string }[]): Sent => {
    const alive = each.filter(({ connection }) => !here.gone.has(connection));
    here.sent.push(...alive.map(({ connection, frame }) => ({ connection, frame: JSON.parse(frame) as Frame })));
    return { gone: each.filter((one) => !alive.includes(one)).map(({ connection }) => connection), undelivered: 0 };
  };
  const sockets = {
    sendAll: async (connections: readonly string[], frame: string) =>
      deliver(connections.map((connection) => ({ connection, frame }))),
    send: async (each: readonly { connection: string; frame: string }[]) => deliver([...each]),
  };
  here.ports = {
    store,
    sockets,
    media: openMedia(directory, now),
    broadcaster: inProcessBroadcaster({ store, sockets, now }),
    now,
    random: (bytes) => randomBytes(bytes),
    hash: (text) => hash('sha256', text, 'base64url'),
    limits: { expectedPlayers: shards * 1000, retention: 86_400_000, lookIn: 1000 },
  };
  const hosts = hostHandler(here.ports);
  const players = playerHandler(here.ports);
  await store.invite(hash('sha256', KEY, 'base64url'));
  await putSample(store, 'test', quiz);
  return here;
}
