// A room in a table of its own, whose units are counted.
import { hash, randomBytes } from 'node:crypto';
import type { Quiz } from '../../game/quiz/quiz.ts';
import type { Move } from '../../game/room/transitions.ts';
import { ACTIONS, type Action, type Messages } from '../../game/wire/client-messages.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import { disconnectHandler } from '../../lambdas/handlers/disconnect.ts';
import { hostHandler } from '../../lambdas/handlers/host.ts';
import { playerHandler } from '../../lambdas/handlers/player.ts';
import type { HostPorts } from '../../lambdas/ports/ports.ts';
import { inProcessBroadcaster } from '../../lambdas/room/broadcast.ts';
import { noMedia } from '../support/no-media.ts';
import { putSample } from '../support/samples.ts';
import { clientOn, createTable, type Engine } from './engine.ts';
import { metered, type Units } from './metered.ts';

export const token = () => randomBytes(16).toString('base64url');

/** Nobody hears the broadcasts. */
export async function meteredRoom(engine: Engine, table: string, quiz: Quiz) {
  await createTable(engine.call, table);
  const metrics = metered(engine.call);
  const here = { now: Date.now() };
  const now = () => here.now;
  const store = dynamoStore(clientOn(metrics.call), table, now, { indexRetriesMs: [] });
  const nobody: HostPorts['sockets'] = {
    sendAll: async () => ({ gone: [], undelivered: 0 }),
    send: async () => ({ gone: [], undelivered: 0 }),
  };
  const ports: HostPorts = {
    store,
    sockets: nobody,
    media: noMedia,
    broadcaster: inProcessBroadcaster({ store, sockets: nobody, now }),
    now,
    random: (bytes) => randomBytes(bytes),
    hash: (text) => hash('sha256', text, 'base64url'),
    limits: { expectedPlayers: 1000, retention: 86_400_000, lookIn: 1000 },
  };
  const [players, hosts] = [playerHandler(ports), hostHandler(ports)];
  const context = (connectionId: string, connectedAt: number) => ({
    connectionId,
    connectedAt,
    routeKey: '',
    requestTimeEpoch: here.now,
    requestId: '',
  });
  async function say<A extends Action>(connection: string, action: A, fields: Partial<Messages[A]>, connectedAt = 1) {
    const body = JSON.stringify({ id: token(), action, ...fields });
    const event = { requestContext: { ...context(connection, connectedAt), eventType: 'MESSAGE' as const }, body };
    const frame = JSON.parse((await (Object.hasOwn(ACTIONS.host, action) ? hosts : players)(event)).body!) as Frame;
    if (frame.type === 'refused') throw new Error(`${action}: ${frame.text}`);
    return frame;
  }

  const key = token();
  await store.invite(hash('sha256', key, 'base64url'));
  await putSample(store, 'played', quiz);
  const opened = (await say('host', 'open', { key, quiz: 'played' })) as Frame<'stage'>;
  let room = opened.room!;
  const seats: { connection: string; seat: string; secret: string }[] = [];
  const staged = (frame: Frame) => {
    const { room: seen } = frame as Frame<'stage'>;
    if (seen) room = seen;
    return room;
  };
  return Object.assign(here, {
    id: opened.id,
    key,
    say,
    room: () => room,
    async unitsOf(what: () => Promise<unknown>): Promise<Units> {
      metrics.reset();
      await what();
      return metrics.spent();
    },
    async join(name: string) {
      const secret = token();
      const frame = (await say(name, 'join', { pin: room.pin, name, seat: token(), secret })) as Frame<'view'>;
      seats.push({ connection: name, seat: frame.you!.address, secret });
    },
    move: async (move: Move) => staged(await say('host', 'move', { key, room: opened.id, version: room.version, move })),
    look: async () => staged(await say('host', 'look', { key, room: opened.id, version: room.version })),
    answer(i: number, turn: number, answer = String(1 + ((i + turn) % 4))) {
      const { connection, ...seat } = seats[i]!;
      return say(connection, 'answer', { ...seat, turn, answer });
    },
    async sync(i: number, connection: string, connectedAt: number, version: number, rev: number) {
      const { seat, secret } = seats[i]!;
      return (await say(connection, 'sync', { seat, secret, version, rev }, connectedAt)) as Frame<'view'>;
    },
    leave: (connection: string) =>
      disconnectHandler(ports)({ requestContext: { ...context(connection, 1), eventType: 'DISCONNECT' as const } }),
  });
}
