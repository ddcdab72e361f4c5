// Capacity budgets, as DynamoDB Local meters them.
import { hash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Action, Messages } from '../../game/wire/client-messages.ts';
import { ACTIONS } from '../../game/wire/client-messages.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import { disconnectHandler } from '../../lambdas/handlers/disconnect.ts';
import { hostHandler } from '../../lambdas/handlers/host.ts';
import { playerHandler } from '../../lambdas/handlers/player.ts';
import type { HostPorts } from '../../lambdas/ports/ports.ts';
import { inProcessBroadcaster } from '../../lambdas/room/broadcast.ts';
import { quizOf } from '../lambdas/handler-fixture.ts';
import { noMedia } from '../support/no-media.ts';
import { sharedDynamodb } from '../support/shared.ts';
import { WITHOUT_JAVA } from './dynamodb-local.ts';
import { clientOn, createTable, type Engine } from './engine.ts';
import { metered, type Units } from './metered.ts';

const TABLE_NAME = 'Quizcast-capacity';
const token = () => randomBytes(16).toString('base64url');

/** Forty questions: the room's row must stay within one read unit. */
const QUIZ = quizOf(
  ...Array.from({ length: 40 }, (_, i) => ({
    kind: 'choice',
    text: `Which of these cities is the capital of the country numbered ${i}?`,
    options: ['Santiago de Chile', 'Lima', 'Bogotá', 'Buenos Aires'],
    right: 1 + (i % 4),
    seconds: 20,
    reading: 5,
    explanation: 'It has been the seat of its government since the middle of the sixteenth century.',
  })),
);

if (WITHOUT_JAVA) test.skip(`capacity: ${WITHOUT_JAVA}`);
else
  describe('capacity, as Amazon’s DynamoDB Local meters it', { timeout: 120_000 }, () => {
    let engine: Engine;
    let metrics: ReturnType<typeof metered>;
    let say: <A extends Action>(
      connection: string,
      action: A,
      fields: Partial<Messages[A]>,
      connectedAt?: number,
    ) => Promise<Frame>;
    let leave: (connection: string) => Promise<unknown>;
    let now = Date.now();
    const key = token();
    let room: { id: string; pin: string; version: number };
    const seats: { connection: string; seat: string; secret: string }[] = [];

    async function unitsOf(what: Promise<unknown> | (() => Promise<unknown>)): Promise<Units> {
      metrics.reset();
      await (typeof what === 'function' ? what() : what);
      return metrics.spent();
    }
    const join = async (name: string) => {
      const secret = token();
      const frame = (await say(name, 'join', { pin: room.pin, name, seat: token(), secret })) as Frame<'view'>;
      seats.push({ connection: name, seat: frame.you!.address, secret });
    };
    const move = async (name: Messages['move']['move']) => {
      const frame = (await say('host', 'move', { key, room: room.id, version: room.version, move: name })) as Frame<'stage'>;
      room.version = frame.room!.version;
      return frame.room!;
    };
    const answer = (i: number, turn: number) => {
      const { connection, seat, secret } = seats[i]!;
      return say(connection, 'answer', { seat, secret, turn, answer: String(1 + ((i + turn) % 4)) });
    };
    const sync = (i: number, connection: string, connectedAt: number, version: number, rev: number) => {
      const { seat, secret } = seats[i]!;
      return say(connection, 'sync', { seat, secret, version, rev }, connectedAt);
    };

    beforeAll(async () => {
      engine = await sharedDynamodb();
      await createTable(engine.call, TABLE_NAME);
      metrics = metered(engine.call);
      const store = dynamoStore(clientOn(metrics.call), TABLE_NAME, () => now, { indexRetriesMs: [] });
      const nobody: HostPorts['sockets'] = {
        sendAll: async () => ({ gone: [], undelivered: 0 }),
        send: async () => ({ gone: [], undelivered: 0 }),
      };
      const ports: HostPorts = {
        store,
        sockets: nobody,
        media: noMedia,
        broadcaster: inProcessBroadcaster({ store, sockets: nobody, now: () => now }),
        now: () => now,
        random: (bytes) => randomBytes(bytes),
        hash: (text) => hash('sha256', text, 'base64url'),
        limits: { expectedPlayers: 1000, retention: 86_400_000, lookIn: 1000 },
      };
      const [players, hosts] = [playerHandler(ports), hostHandler(ports)];
      const context = (connectionId: string, connectedAt: number) => ({
        connectionId,
        connectedAt,
        routeKey: '',
        requestTimeEpoch: now,
        requestId: '',
      });
      say = async (connection, action, fields, connectedAt = 1) => {
        const body = JSON.stringify({ id: token(), action, ...fields });
        const event = { requestContext: { ...context(connection, connectedAt), eventType: 'MESSAGE' as const }, body };
        const frame = JSON.parse((await (Object.hasOwn(ACTIONS.host, action) ? hosts : players)(event)).body!) as Frame;
        if (frame.type === 'refused') throw new Error(`${action}: ${frame.text}`);
        return frame;
      };
      leave = (connection) =>
        disconnectHandler(ports)({ requestContext: { ...context(connection, 1), eventType: 'DISCONNECT' as const } });
      await store.invite(hash('sha256', key, 'base64url'));
      await store.putQuiz('capitals', QUIZ);
      const opened = (await say('host', 'open', { key, quiz: 'capitals' })) as Frame<'stage'>;
      room = { id: opened.id, pin: opened.room!.pin, version: 1 };
    });
    afterAll(() => engine.close());

    test('a join costs two reads, two writes and one index write', async () => {
      expect(await unitsOf(() => join('Ann'))).toEqual({ reads: 2, writes: 2, indexWrites: 1 });
      for (let i = 0; i < 99; i++) await join(`A longish name ${i}`);
    });

    test('a move that asks nothing reads the room and nothing else', async () => {
      const reads: number[] = [];
      for (const name of ['lock', 'unlock'] as const) reads.push((await unitsOf(() => move(name))).reads);
      expect(reads).toEqual([1, 1]);
    });

    test('an answer costs one write in each of forty questions, and a reveal reads no more in the last than in the fourth', async () => {
      const reveals: number[] = [];
      const first = await move('start');
      for (let turn = 0; turn < 40; turn++) {
        const { turn: asked } = turn === 0 ? first : await move('question');
        now = asked!.opensAt + 2000;
        expect([turn, await unitsOf(() => answer(0, turn))]).toEqual([turn, { reads: 0, writes: 1, indexWrites: 0 }]);
        now = asked!.sealsAt + 500;
        const { reads } = await unitsOf(async () => {
          const look = (await say('host', 'look', { key, room: room.id, version: room.version })) as Frame<'stage'>;
          room.version = look.room!.version;
        });
        reveals.push(reads);
        if (turn < 39) await move('standings');
      }
      // From the fourth on it reads what the one before kept.
      expect(new Set(reveals.slice(3))).toEqual(new Set(reveals.slice(-1)));
    });

    test('after forty questions a newcomer still costs two reads and two writes', async () => {
      expect(await unitsOf(() => join('Late'))).toEqual({ reads: 2, writes: 2, indexWrites: 1 });
    });

    test('a reconnect costs three reads, one write and two index writes', async () => {
      const units = await unitsOf(() => sync(0, 'Ann-again', 2, 0, 0));
      expect(units).toEqual({ reads: 3, writes: 1, indexWrites: 2 });
    });

    test('a sync without changes costs two reads', async () => {
      const known = (await sync(0, 'Ann-again', 2, 0, 0)) as Frame<'view'>;
      const units = await unitsOf(() => sync(0, 'Ann-again', 2, room.version, known.you!.rev));
      expect(units).toEqual({ reads: 2, writes: 0, indexWrites: 0 });
    });

    test('a disconnect costs one write, one index write and half a read', async () => {
      expect(await unitsOf(() => leave('Ann-again'))).toEqual({ reads: 0.5, writes: 1, indexWrites: 1 });
    });

    test('a repeated answer costs one write', async () => {
      expect(await unitsOf(() => answer(0, 39))).toEqual({ reads: 0, writes: 1, indexWrites: 0 });
    });

    test('an unknown seat costs one write and one read', async () => {
      const nobody = { seat: `${room.id}.0.${token()}`, secret: token() };
      const said = () => say('stranger', 'answer', { ...nobody, turn: 0, answer: '1' }).catch(() => {});
      expect(await unitsOf(said)).toEqual({ reads: 1, writes: 1, indexWrites: 0 });
    });
  });
