// What every store must do, by the ports alone.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Asked } from '../../game/quiz/questions/index.ts';
import type { Quiz } from '../../game/quiz/quiz.ts';
import { isRefusal, refusal } from '../../game/refusals.ts';
import type { Room } from '../../game/room/room.ts';
import { foldName } from '../../game/seats/names.ts';
import { type Answer, type SeatAddress, shardOf } from '../../game/seats/seat.ts';
import type { PlayerStanding } from '../../game/seats/standing.ts';
import type { Store } from '../../lambdas/ports/ports.ts';
import type { KeptStandings } from '../../lambdas/ports/standings.ts';

export const id = (bytes = 12) => randomBytes(bytes).toString('base64url');
let pins = 100_000;
/** Never twice, as random ones now and then are. */
const pin = () => String(pins++);

export const QUIZ: Quiz = {
  title: 'Capitals',
  language: 'en',
  questions: [
    {
      kind: 'choice',
      text: 'The capital of Chile?',
      options: ['Lima', 'Santiago'],
      right: 2,
      seconds: 20,
      points: 1000,
      reading: 5,
    },
  ],
};

export const roomOf = (change: Partial<Room> = {}): Room => ({
  id: id(),
  pin: pin(),
  version: 1,
  changeId: id(),
  changedAt: Date.now(),
  delivery: { needed: 1, done: 1 },
  phase: 'lobby',
  title: QUIZ.title,
  language: QUIZ.language,
  questions: 1,
  kinds: ['choice'],
  turns: [],
  firstTurn: 0,
  top: [],
  players: 0,
  settings: { speed: true, locked: false, guarded: false },
  shards: 1,
  owner: id(),
  expiresAt: Date.now() + 3_600_000,
  ...change,
});

const ASKED: Asked = {
  kind: 'choice',
  text: 'The capital of Chile?',
  points: 1000,
  prompt: { options: ['Lima', 'Santiago'], several: false },
  outcome: { solution: { right: [2] }, summary: [1, 0], answers: 1, right: 0 },
};
const TURN = { question: 0, announcedAt: 1, showsAt: 2, opensAt: 3, closesAt: 4, sealsAt: 5, seconds: 20, points: 1000 };
/** Each builds on half of its points. */
const keptOf = (all: Iterable<readonly [seat: string, standing: PlayerStanding]>): KeptStandings => ({
  own: new Map(all),
  settled: new Map([...all].map(([seat, { points }]) => [seat, { points: points / 2, streak: 1 }])),
});
const standingOf = (points: number): PlayerStanding => ({
  version: 2,
  turn: 0,
  mark: 'right',
  gained: points,
  points,
  streak: 1,
  rank: 1,
  of: 1,
});

export function storeContract(name: string, open: () => Promise<{ store: Store; close(): Promise<void> }>) {
  describe(`the contract of a store: ${name}`, { timeout: 240_000 }, () => {
    let store: Store;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ store, close } = await open());
    });
    afterAll(() => close());

    const opened = async (change: Partial<Room> = {}) => {
      const room = roomOf(change);
      expect(await store.openRoom(room, QUIZ)).toBe('opened');
      return room;
    };
    /** Somebody in a room; `as` changes how they join. */
    const joined = async (
      room: Room,
      called: string,
      as: { seat?: string; secret?: string; connectedAt?: number; at?: number; connection?: string; held?: string } = {},
    ) => {
      const { seat = id(16), secret = id(), connection = id(), connectedAt = 1000, at = 1000, held } = as;
      const address: SeatAddress = { room: room.id, shard: shardOf(seat, room.shards), seat };
      const { expiresAt } = room;
      const result = await store.join({
        ...address,
        secret,
        name: called,
        folded: foldName(called),
        ...(held && { held }),
        connection,
        connectedAt,
        at,
        expiresAt,
      });
      return { address, secret, connection, result };
    };

    describe('hosts', () => {
      test('a host key is valid only once it was invited', async () => {
        const [guest, stranger] = [id(), id()];
        await store.invite(guest);
        await store.invite(guest);
        expect([await store.invited(guest), await store.invited(stranger)]).toEqual([true, false]);
      });

      test('a host finds their open rooms, and no closed or foreign ones', async () => {
        const owner = id();
        const [first, closed] = [await opened({ owner }), await opened({ owner })];
        await opened();
        await store.changeRoom(closed.id, 1, { phase: 'closed' }, id(), 2000);
        expect(await store.roomsOf(owner)).toEqual([first]);
        const later = await opened({ owner, changedAt: first.changedAt + 1000, expiresAt: first.expiresAt + 1000 });
        expect(await store.roomsOf(owner)).toEqual([later, first]);
      });
    });

    describe('rooms', () => {
      test('a room is found by its id, and what joining needs of it by its PIN', async () => {
        const room = await opened({ turns: [TURN], shards: 3, host: { connection: id(), connectedAt: 5 } });
        expect(await store.room(room.id)).toEqual(room);
        expect(await store.findRoom(room.pin)).toEqual({ id: room.id, shards: 3, locked: false, expiresAt: expect.any(Number) });
      });

      test('what does not exist is not found', async () => {
        expect([await store.room(id()), await store.findRoom('000000')]).toEqual([undefined, undefined]);
      });

      test('of a room’s questions those that are asked for are read, in their order', async () => {
        const questions = Array.from({ length: 12 }, (_, i) => ({ ...QUIZ.questions[0]!, text: `Question ${i}` }));
        const room = roomOf({ questions: 12 });
        await store.openRoom(room, { ...QUIZ, questions });
        const read = async (from: number, to: number) =>
          (await store.questions(room, from, to)).questions.map(({ text }) => text);
        expect(await store.questions(room, 9, 10)).toEqual({ language: 'en', from: 9, questions: questions.slice(9, 11) });
        expect([await read(0, 0), await read(11, 11), await read(3, 2), await read(0, -1)]).toEqual([
          ['Question 0'],
          ['Question 11'],
          [],
          [],
        ]);
        expect(await read(0, 11)).toEqual(questions.map(({ text }) => text));
      });

      test('of many requests for one room, each with questions of its own, the room has those of the one that opened it', async () => {
        const same = id();
        const tries = Array.from({ length: 5 }, (_, i) => ({ room: roomOf({ id: same }), text: `Question of ${i}` }));
        const results = await Promise.all(
          tries.map(({ room, text }) => store.openRoom(room, { ...QUIZ, questions: [{ ...QUIZ.questions[0]!, text }] })),
        );
        const won = tries[results.indexOf('opened')]!;
        const room = (await store.room(same))!;
        expect((await store.questions(room, 0, 0)).questions.map(({ text }) => text)).toEqual([won.text]);
      });

      test('a taken PIN opens no second room and leaves nothing behind', async () => {
        const room = await opened();
        const second = roomOf({ pin: room.pin });
        expect(await store.openRoom(second, QUIZ)).toBe('pinTaken');
        expect([await store.room(second.id), (await store.findRoom(room.pin))?.id]).toEqual([undefined, room.id]);
      });

      test('of many rooms that want one PIN at once, one is opened, and nothing is left of the others', async () => {
        const wanted = pin();
        const rooms = Array.from({ length: 10 }, () => roomOf({ pin: wanted }));
        const results = await Promise.all(rooms.map((room) => store.openRoom(room, QUIZ)));
        const open = rooms.filter((_, i) => results[i] === 'opened');
        expect(open).toHaveLength(1);
        const found = await Promise.all(rooms.map(({ id: room }) => store.room(room)));
        expect([found.filter((room) => room !== undefined), (await store.findRoom(wanted))?.id]).toEqual([open, open[0]!.id]);
      });

      test('a taken room id opens no second room and takes no PIN, even for many at once', async () => {
        const room = await opened();
        const second = roomOf({ id: room.id });
        expect(await store.openRoom(second, QUIZ)).toBe('idTaken');
        expect([await store.room(room.id), await store.findRoom(second.pin)]).toEqual([room, undefined]);
        const same = id();
        const rooms = Array.from({ length: 5 }, () => roomOf({ id: same }));
        const results = await Promise.all(rooms.map((one) => store.openRoom(one, QUIZ)));
        const pins = await Promise.all(rooms.map((one) => store.findRoom(one.pin)));
        const won = results.indexOf('opened');
        expect(results.toSorted()).toEqual(['idTaken', 'idTaken', 'idTaken', 'idTaken', 'opened']);
        expect(pins.map((found) => found?.id)).toEqual(rooms.map((_, i) => (i === won ? same : undefined)));
        expect(await store.room(same)).toEqual(rooms[won]);
      });

      test('a PIN is free again when its room is closed, and when it has expired', async () => {
        const closed = await opened();
        await store.changeRoom(closed.id, 1, { phase: 'closed' }, id(), 2000);
        expect(await store.findRoom(closed.pin)).toBeUndefined();
        expect(await store.openRoom(roomOf({ pin: closed.pin }), QUIZ)).toBe('opened');
        const expired = await opened({ expiresAt: Date.now() - 2000 });
        expect([await store.room(expired.id), await store.findRoom(expired.pin)]).toEqual([undefined, undefined]);
        expect(await store.openRoom(roomOf({ pin: expired.pin }), QUIZ)).toBe('opened');
      });

      test('a change is written as a whole, raises the version by one, and removes undefined fields', async () => {
        const room = await opened();
        const first = await store.changeRoom(
          room.id,
          1,
          { phase: 'reveal', turns: [TURN], asked: ASKED, judged: 0 },
          'one',
          2000,
        );
        expect(first).toEqual({
          ...room,
          phase: 'reveal',
          turns: [TURN],
          asked: ASKED,
          judged: 0,
          version: 2,
          changeId: 'one',
          changedAt: 2000,
        });
        const second = await store.changeRoom(room.id, 2, { phase: 'lobby', asked: undefined, judged: undefined }, 'two', 3000);
        expect(second).toEqual({ ...room, turns: [TURN], version: 3, changeId: 'two', changedAt: 3000 });
        expect(await store.room(room.id)).toEqual(second);
      });

      test('a skipped round stays skipped', async () => {
        const room = await opened();
        const turns = [TURN, { ...TURN, question: 1, void: true as const }];
        await store.changeRoom(room.id, 1, { phase: 'reveal', turns }, 'one', 2000);
        expect((await store.room(room.id))?.turns).toEqual(turns);
      });

      test('of many changes from the same version exactly one is made', async () => {
        const room = await opened();
        const changes = Array.from({ length: 20 }, (_, i) => store.changeRoom(room.id, 1, { players: i }, `change-${i}`, 2000));
        const made = (await Promise.all(changes)).filter((one) => !isRefusal(one));
        expect(made).toHaveLength(1);
        expect(await store.room(room.id)).toEqual(made[0]);
      });

      test('a change whose reply was lost is recognised by its id, and not made twice', async () => {
        const room = await opened();
        const once = await store.changeRoom(room.id, 1, { players: 7 }, 'same', 2000);
        expect(await store.changeRoom(room.id, 1, { players: 7 }, 'same', 2001)).toEqual(once);
        expect(await store.changeRoom(room.id, 1, { players: 7 }, 'other', 2002)).toEqual(refusal('conflict'));
        expect(await store.changeRoom(id(), 1, { players: 7 }, 'same', 2003)).toEqual(refusal('conflict'));
      });

      test('looking a PIN up tells whether the room is locked or joining takes two steps', async () => {
        const room = await opened();
        await store.changeRoom(room.id, 1, { settings: { speed: true, locked: true, guarded: false } }, id(), 2000);
        expect((await store.findRoom(room.pin))?.locked).toBe(true);
        await store.changeRoom(room.id, 2, { settings: { speed: true, locked: false, guarded: true } }, id(), 2000);
        expect(await store.findRoom(room.pin)).toMatchObject({ locked: false, colourOwner: room.owner });
        await store.changeRoom(room.id, 3, { settings: { speed: true, locked: false, guarded: false } }, id(), 2000);
        expect((await store.findRoom(room.pin))?.colourOwner).toBeUndefined();
      });

      test('bookkeeping raises no version, and the announced version never goes back', async () => {
        const room = await opened();
        await store.delivered(room.id, 4);
        await store.delivered(room.id, 3);
        await store.countPlayers(room.id, 12);
        expect(await store.room(room.id)).toEqual({ ...room, delivery: { needed: 1, done: 4 }, players: 12 });
      });

      test('only a change that is announced has to be delivered', async () => {
        const room = await opened();
        await store.changeRoom(room.id, 1, { phase: 'question', announced: true }, 'one', 2000);
        await store.changeRoom(room.id, 2, { phase: 'reveal' }, 'two', 2000);
        expect((await store.room(room.id))?.delivery).toEqual({ needed: 2, done: 1 });
      });

      test('of many pages that claim a room at once, the newest hosts it', async () => {
        const room = await opened();
        const pages = Array.from({ length: 10 }, (_, i) => ({ connection: id(), connectedAt: (i * 7) % 10 }));
        await Promise.all(pages.map((page) => store.claimHost(room.id, page)));
        expect((await store.room(room.id))!.host).toEqual(pages.find(({ connectedAt }) => connectedAt === 9));
      });

      test('a page that claims the room twice at once replaces the page before it, and not itself', async () => {
        const room = await opened();
        const [former, page] = [
          { connection: id(), connectedAt: 10 },
          { connection: id(), connectedAt: 20 },
        ];
        await store.claimHost(room.id, former);
        const claims = await Promise.all([1, 2, 3].map(() => store.claimHost(room.id, page)));
        const replaced = claims.map((claim) => (isRefusal(claim) ? claim.refused : claim.replaced));
        expect(replaced).toContain(former.connection);
        expect(replaced.every((one) => one === former.connection || one === undefined)).toBe(true);
        expect(await store.claimHost(room.id, page)).toEqual({ replaced: undefined });
      });

      test('the newer of two host pages hosts the room, and the replaced connection is returned', async () => {
        const room = await opened();
        const claim = (connection: string, connectedAt: number) => store.claimHost(room.id, { connection, connectedAt });
        expect(await claim('first', 10)).toEqual({ replaced: undefined });
        expect(await claim('second', 20)).toEqual({ replaced: 'first' });
        expect(await claim('first', 10)).toEqual(refusal('hostTaken'));
        expect((await store.room(room.id))!.host).toEqual({ connection: 'second', connectedAt: 20 });
        expect((await store.room(room.id))!.version).toBe(1);
      });
    });

    describe('seats', () => {
      test('joining makes a seat with the player’s name', async () => {
        const room = await opened();
        const { address, secret, connection, result } = await joined(room, 'Zoë');
        const seat = {
          id: address.seat,
          shard: 0,
          name: 'Zoë',
          rev: 1,
          joinedAt: 1000,
          connection,
          connectedAt: 1000,
          answers: {},
        };
        expect(result).toMatchObject(seat);
        expect(await store.seat(address, secret)).toMatchObject(seat);
        expect(await store.seats(room.id, 0, { fresh: true })).toMatchObject([seat]);
      });

      test('a repeated join is the same join, by the newest connection', async () => {
        const room = await opened();
        const { address, secret } = await joined(room, 'Ann', { connection: 'one', connectedAt: 10 });
        const again = await joined(room, 'Ann', { seat: address.seat, secret, connection: 'two', connectedAt: 20, at: 5000 });
        expect(again.result).toMatchObject({ name: 'Ann', rev: 1, joinedAt: 1000, connection: 'two' });
        const late = await joined(room, 'Ann', { seat: address.seat, secret, connection: 'one', connectedAt: 10, at: 5000 });
        expect(late.result).toMatchObject({ connection: 'two' });
        expect(await store.seats(room.id, 0, { fresh: true })).toHaveLength(1);
      });

      test('another secret is refused by every operation on a seat', async () => {
        const room = await opened();
        const { address } = await joined(room, 'Ann');
        expect((await joined(room, 'Bo', { seat: address.seat })).result).toEqual(refusal('noSeat'));
        const by = { connection: id(), connectedAt: 9000 };
        const tries = [
          await store.seat(address, 'wrong'),
          await store.claimSeat(address, 'wrong', by),
          await store.rename(address, 'wrong', { name: 'Cy', folded: 'cy', at: 2000 }),
          await store.recordAnswer(address, 'wrong', 0, { value: '1', at: 1 }),
        ];
        expect(tries).toEqual([refusal('noSeat'), refusal('noSeat'), refusal('noSeat'), refusal('noSeat')]);
        await store.deleteSeat(address, 'wrong');
        expect(await store.seats(room.id, 0, { fresh: true })).toMatchObject([{ name: 'Ann', rev: 1 }]);
      });

      test('of many who want one name at once, one gets it; case and accents do not matter', async () => {
        const room = await opened();
        const names = ['Ann', 'ann', 'ANN', 'Änn', 'Á nn'];
        const tries = await Promise.all(Array.from({ length: 20 }, (_, i) => joined(room, names[i % names.length]!)));
        expect(tries.filter(({ result }) => !isRefusal(result))).toHaveLength(1);
        expect(tries.filter(({ result }) => isRefusal(result) && result.refused === 'nameTaken')).toHaveLength(19);
        expect([await store.nameFree(room.id, 'ann'), await store.nameFree(room.id, 'bo')]).toEqual([false, true]);
        expect((await joined(await opened(), 'Ann')).result).toMatchObject({ name: 'Ann' });
      });

      test('the same join many times at once is one join', async () => {
        const room = await opened();
        const one = { seat: id(16), secret: id(), connection: id() };
        const tries = await Promise.all(Array.from({ length: 20 }, () => joined(room, 'Ann', one)));
        const seat = { id: one.seat, name: 'Ann', rev: 1, connection: one.connection };
        expect(tries.map(({ result }) => result)).toMatchObject(Array(20).fill(seat));
        expect(await store.seats(room.id, 0, { fresh: true })).toMatchObject([seat]);
      });

      test('a name stays taken however long its seat has it', async () => {
        const room = await opened();
        await joined(room, 'Ann', { at: 1000 });
        expect((await joined(room, 'Ann', { at: 1000 + 3_600_000 })).result).toEqual(refusal('nameTaken'));
      });

      test('the newer of two connections holds the seat, the older one is told that it is taken', async () => {
        const room = await opened();
        const { address, secret } = await joined(room, 'Ann', { connection: 'old', connectedAt: 10 });
        const claim = (connection: string, connectedAt: number) => store.claimSeat(address, secret, { connection, connectedAt });
        expect(await claim('new', 20)).toMatchObject({ connection: 'new', connectedAt: 20 });
        expect(await claim('old', 10)).toEqual(refusal('taken'));
        expect(await claim('new', 20)).toMatchObject({ connection: 'new' });
      });

      test('of many connections that claim a seat at once, the newest holds it', async () => {
        const room = await opened();
        const { address, secret } = await joined(room, 'Ann', { connectedAt: 0 });
        const lines = Array.from({ length: 10 }, (_, i) => ({ connection: id(), connectedAt: 1 + ((i * 7) % 10) }));
        await Promise.all(lines.map((line) => store.claimSeat(address, secret, line)));
        expect(await store.seat(address, secret)).toMatchObject(lines.find(({ connectedAt }) => connectedAt === 10)!);
      });

      test('a seat is found at its own address only, in no other shard or room', async () => {
        const room = await opened({ shards: 2 });
        const { address, secret, connection } = await joined(room, 'Ann');
        const by = { connection: id(), connectedAt: 9000 };
        for (const elsewhere of [
          { ...address, shard: 1 - address.shard },
          { ...address, room: (await opened({ shards: 2 })).id },
        ]) {
          const tries = [
            await store.seat(elsewhere, secret),
            await store.claimSeat(elsewhere, secret, by),
            await store.rename(elsewhere, secret, { name: 'Bo', folded: 'bo', at: 2000 }),
            await store.recordAnswer(elsewhere, secret, 0, { value: '1', at: 1 }),
            await store.kick(elsewhere),
          ];
          expect(tries).toEqual([refusal('noSeat'), refusal('noSeat'), refusal('noSeat'), refusal('noSeat'), undefined]);
          await store.deleteSeat(elsewhere, secret);
          await store.disconnectSeat(elsewhere, connection, 7000);
          expect(await store.seats(elsewhere.room, elsewhere.shard, { fresh: true })).toEqual([]);
        }
        expect(await store.seat(address, secret)).toMatchObject({ name: 'Ann', rev: 1, connection });
      });

      test('a lost connection is removed from its seat, and nothing else changes', async () => {
        const room = await opened();
        const { address, secret, connection } = await joined(room, 'Ann');
        await store.recordAnswer(address, secret, 0, { value: '1', at: 5 });
        await store.disconnectAll(connection, 7000);
        const seat = await store.seat(address, secret);
        expect(seat).toMatchObject({ name: 'Ann', leftAt: 7000, answers: { 0: { value: '1', at: 5 } } });
        expect((seat as { connection?: string }).connection).toBeUndefined();
        await store.disconnectAll(connection, 8000);
        await store.disconnectAll(id(), 8000);
        expect(await store.seat(address, secret)).toEqual(seat);
      });

      test('a disconnect that arrives after the reconnect changes nothing', async () => {
        const room = await opened();
        const { address, secret, connection } = await joined(room, 'Ann', { connectedAt: 10 });
        await store.claimSeat(address, secret, { connection: 'new', connectedAt: 20 });
        await store.disconnectAll(connection, 7000);
        await store.disconnectSeat(address, connection, 7000);
        expect(await store.seat(address, secret)).toMatchObject({ connection: 'new', leftAt: undefined });
        await store.disconnectSeat(address, 'new', 8000);
        expect(await store.seat(address, secret)).toMatchObject({ leftAt: 8000 });
      });

      test('a connection that holds two seats frees both', async () => {
        const room = await opened();
        const connection = id();
        await joined(room, 'Ann', { connection });
        await joined(room, 'Bo', { connection });
        await store.disconnectAll(connection, 7000);
        const left = (await store.seats(room.id, 0, { fresh: true })).map((seat) => [seat.connection, seat.leftAt]);
        expect(left).toEqual([
          [undefined, 7000],
          [undefined, 7000],
        ]);
      });

      test('a connection that holds two seats frees only the one that has no newer connection', async () => {
        const room = await opened();
        const connection = id();
        const ann = await joined(room, 'Ann', { connection });
        const bo = await joined(room, 'Bo', { connection });
        const newer = { connection: id(), connectedAt: 2000 };
        await store.claimSeat(ann.address, ann.secret, newer);
        await store.disconnectAll(connection, 7000);
        expect(await store.seat(ann.address, ann.secret)).toMatchObject({ ...newer, leftAt: undefined });
        expect(await store.seat(bo.address, bo.secret)).toMatchObject({ connection: undefined, leftAt: 7000 });
      });

      test('of many seats renamed to the same name at once, one gets it', async () => {
        const room = await opened();
        const people = await Promise.all(Array.from({ length: 10 }, (_, i) => joined(room, `P${i}`)));
        const tries = await Promise.all(
          people.map(({ address, secret }) => store.rename(address, secret, { name: 'Ann', folded: 'ann', at: 2000 })),
        );
        expect(tries.filter((one) => !isRefusal(one))).toHaveLength(1);
        const names = (await store.seats(room.id, 0, { fresh: true })).map(({ name: called }) => called);
        expect([names.filter((called) => called === 'Ann').length, new Set(names).size]).toEqual([1, 10]);
      });

      test('renaming frees the old name and refuses a taken one; the case of one’s own may change', async () => {
        const room = await opened();
        const { address, secret } = await joined(room, 'Ann');
        await joined(room, 'Bo');
        const rename = (name: string) => store.rename(address, secret, { name, folded: foldName(name), at: 2000 });
        expect(await rename('bo')).toEqual(refusal('nameTaken'));
        expect(await rename('ANN')).toMatchObject({ name: 'ANN', rev: 2 });
        expect(await store.nameFree(room.id, 'ann')).toBe(false);
        expect(await rename('Cy')).toMatchObject({ name: 'Cy', rev: 3 });
        expect([await store.nameFree(room.id, 'ann'), await store.nameFree(room.id, 'cy')]).toEqual([true, false]);
        expect(await rename('Cy')).toMatchObject({ name: 'Cy', rev: 3 });
        expect((await joined(room, 'Ann')).result).toMatchObject({ name: 'Ann' });
      });

      test('a name that was held back stays with its seat until another takes its place', async () => {
        const room = await opened();
        const { address, secret } = await joined(room, 'Guest 1234', { held: 'Insult' });
        const seats = async () =>
          (await store.seats(room.id, 0, { fresh: true })).map(({ name, heldName, rev }) => [name, heldName, rev]);
        expect(await seats()).toEqual([['Guest 1234', 'Insult', 1]]);
        await store.rename(address, secret, { name: 'Guest 5678', folded: 'guest5678', held: 'Other', at: 2000 });
        expect(await seats()).toEqual([['Guest 5678', 'Other', 2]]);
        const byHost = { name: 'Ann', folded: 'ann', at: 3000 };
        expect(await store.renameByHost(address, byHost)).toMatchObject({ name: 'Ann', rev: 3 });
        await joined(room, 'Guest 9999', { seat: address.seat, secret, held: 'Insult' });
        expect(await seats()).toEqual([['Ann', undefined, 3]]);
      });

      test('the host renames a seat without its secret; names are taken all the same', async () => {
        const room = await opened();
        const { address } = await joined(room, 'Ann');
        const bo = await joined(room, 'Bo');
        const rename = (of: SeatAddress, name: string) => store.renameByHost(of, { name, folded: foldName(name), at: 2000 });
        expect(await rename(address, 'bo')).toEqual(refusal('nameTaken'));
        expect(await rename({ ...address, seat: id(16) }, 'Cy')).toEqual(refusal('noSeat'));
        expect(await rename(address, 'Cy')).toMatchObject({ name: 'Cy', rev: 2 });
        expect([await store.nameFree(room.id, 'ann'), await store.nameFree(room.id, 'cy')]).toEqual([true, false]);
        await store.kick(bo.address);
        expect(await rename(bo.address, 'Di')).toEqual(refusal('removed'));
      });

      test('a seat given up is gone, and its name is free', async () => {
        const room = await opened();
        const { address, secret } = await joined(room, 'Ann');
        await store.deleteSeat(address, secret);
        expect([await store.seat(address, secret), await store.nameFree(room.id, 'ann')]).toEqual([refusal('noSeat'), true]);
        expect(await store.seats(room.id, 0, { fresh: true })).toEqual([]);
        const again = await joined(room, 'Ann', { seat: address.seat });
        expect(again.result).toMatchObject({ name: 'Ann', rev: 1, answers: {} });
      });

      test('an undone join leaves neither seat nor name and can be repeated; a removed seat cannot be undone', async () => {
        const room = await opened();
        const { address, secret, connection } = await joined(room, 'Ann');
        const bo = await joined(room, 'Bo');
        await store.kick(bo.address);
        await store.undoJoin(address);
        await store.undoJoin(bo.address);
        await store.undoJoin({ ...address, seat: id(16) });
        await store.disconnectAll(connection, 7000);
        expect([await store.seat(address, secret), await store.nameFree(room.id, 'ann')]).toEqual([refusal('noSeat'), true]);
        expect(await store.seats(room.id, 0, { fresh: true })).toMatchObject([{ name: 'Bo', removed: true }]);
        expect((await joined(room, 'Ann', { seat: address.seat, secret })).result).toMatchObject({ name: 'Ann', rev: 1 });
      });

      test('a removed seat is refused by every operation, and its name stays taken', async () => {
        const room = await opened();
        const { address, secret, connection } = await joined(room, 'Ann');
        expect(await store.kick(address)).toMatchObject({ name: 'Ann', connection });
        const tries = [
          await store.seat(address, secret),
          await store.claimSeat(address, secret, { connection: id(), connectedAt: 9000 }),
          (await joined(room, 'Ann', { seat: address.seat, secret })).result,
          (await joined(room, 'Bo', { seat: address.seat, secret })).result,
          await store.rename(address, secret, { name: 'Bo', folded: 'bo', at: 2000 }),
          await store.recordAnswer(address, secret, 0, { value: '1', at: 1 }),
        ];
        expect(tries).toEqual(Array(6).fill(refusal('removed')));
        await store.deleteSeat(address, secret);
        await store.disconnectAll(connection, 7000);
        expect(await store.nameFree(room.id, 'ann')).toBe(false);
        expect(await store.seats(room.id, 0, { fresh: true })).toMatchObject([
          { name: 'Ann', removed: true, connection: undefined, rev: 2 },
        ]);
        expect(await store.kick({ ...address, seat: id(16) })).toBeUndefined();
      });

      test('all seats of all shards are found', async () => {
        const room = await opened({ shards: 3 });
        const people = await Promise.all(Array.from({ length: 60 }, (_, i) => joined(room, `Player ${i}`)));
        const shards = await Promise.all([0, 1, 2].map((shard) => store.seats(room.id, shard, { fresh: true })));
        expect(
          shards
            .flat()
            .map((seat) => seat.id)
            .sort(),
        ).toEqual(people.map(({ address }) => address.seat).sort());
        expect(shards.every((seats, shard) => seats.every((seat) => seat.shard === shard))).toBe(true);
      });
    });

    describe('answers', () => {
      test('S9 the first answer to a turn counts, however often any answer is sent', async () => {
        const room = await opened();
        const { address, secret } = await joined(room, 'Ann');
        const say = (value: string, at: number) => store.recordAnswer(address, secret, 3, { value, at });
        expect(await say('2', 5000)).toEqual({ result: 'recorded', answer: { value: '2', at: 5000 }, rev: 2 });
        expect(await say('2', 6000)).toEqual({ result: 'same', answer: { value: '2', at: 5000 }, rev: 2 });
        expect(await say('1', 7000)).toEqual({ result: 'different', answer: { value: '2', at: 5000 }, rev: 2 });
        expect(await store.seats(room.id, 0, { fresh: true })).toMatchObject([
          { rev: 2, answers: { 3: { value: '2', at: 5000 } } },
        ]);
      });

      test('of fifty answers of one seat at once, one is recorded', async () => {
        const room = await opened();
        const { address, secret } = await joined(room, 'Ann');
        const tries = Array.from({ length: 50 }, (_, i) => store.recordAnswer(address, secret, 0, { value: String(i), at: i }));
        const results = (await Promise.all(tries)).map((one) => (isRefusal(one) ? one.refused : one.result));
        expect(results.filter((result) => result === 'recorded')).toHaveLength(1);
        expect(results.filter((result) => result === 'different')).toHaveLength(49);
      });

      test('a seat holds the answers to its last three turns, an answer takes the place of the one three before', async () => {
        const room = await opened();
        const { address, secret } = await joined(room, 'Ann');
        const held: string[] = [];
        for (const turn of [0, 1, 2, 3, 4, 8, 11]) {
          const answer = { value: String(turn), at: 5000 + turn };
          expect(await store.recordAnswer(address, secret, turn, answer)).toMatchObject({ result: 'recorded', answer });
          const [seat] = await store.seats(room.id, 0, { fresh: true });
          held.push(
            Object.values(seat!.answers)
              .map(({ value }) => value)
              .join(' '),
          );
        }
        expect(held).toEqual(['0', '0 1', '0 1 2', '1 2 3', '2 3 4', '3 4 8', '3 4 11']);
      });

      test('an answer is late when a later turn has taken its place, and changes nothing', async () => {
        const room = await opened();
        const { address, secret } = await joined(room, 'Ann');
        await store.recordAnswer(address, secret, 5, { value: '1', at: 5000 });
        const before = await store.seat(address, secret);
        expect(await store.recordAnswer(address, secret, 2, { value: '1', at: 5000 })).toEqual({ result: 'late' });
        expect(await store.seat(address, secret)).toEqual(before);
        expect(await store.recordAnswer(address, secret, 4, { value: '2', at: 6000 })).toMatchObject({ result: 'recorded' });
      });

      test('of answers to turns that share a place, given at once, the newest turn’s stays', async () => {
        const room = await opened();
        const { address, secret } = await joined(room, 'Ann', { connectedAt: 0 });
        const turns = [1, 16, 4, 13, 7, 10];
        const [, ...results] = await Promise.all([
          store.claimSeat(address, secret, { connection: id(), connectedAt: 1 }),
          ...turns.map((turn) => store.recordAnswer(address, secret, turn, { value: String(turn), at: turn })),
        ]);
        const recorded = results.flatMap((one) => (isRefusal(one) || one.result !== 'recorded' ? [] : [one.rev]));
        const [seat] = await store.seats(room.id, 0, { fresh: true });
        expect(seat!.answers).toEqual({ 16: { value: '16', at: 16 } });
        expect([recorded.toSorted((a, b) => a - b), seat!.rev]).toEqual([recorded.map((_, i) => i + 2), recorded.length + 1]);
      });

      test('values of up to 200 bytes come back as they were, at any turn', async () => {
        const room = await opened();
        const { address, secret } = await joined(room, 'Ann');
        const values = ['x'.repeat(200), '@@', 'ü'.repeat(100), '1,2', ' ', '🦊'.repeat(50), '"\\\u0000\n\u2028'];
        const held: Answer[] = [];
        for (const [i, value] of values.entries()) {
          await store.recordAnswer(address, secret, i * 83, { value, at: 1_795_423_091_704 + i });
          held.push((await store.seats(room.id, 0, { fresh: true }))[0]!.answers[i * 83]!);
        }
        expect(held).toEqual(values.map((value, i) => ({ value, at: 1_795_423_091_704 + i })));
      });

      test('nobody answers from a seat that is not there', async () => {
        const room = await opened();
        const address = { room: room.id, shard: 0, seat: id(16) };
        expect(await store.recordAnswer(address, id(), 0, { value: '1', at: 1 })).toEqual(refusal('noSeat'));
        expect(await store.seats(room.id, 0, { fresh: true })).toEqual([]);
      });
    });

    describe('archived answers', () => {
      /** Of one seat, by turn. */
      const archivedOf = async (room: Room, { shard, seat }: SeatAddress, from = 0, to = 499) => {
        const archived = await store.archivedAnswers(room.id, shard, from, to);
        return Object.fromEntries(
          [...archived].flatMap(([turn, answers]) => (answers.has(seat) ? [[turn, answers.get(seat)]] : [])),
        );
      };
      const answerOf = (turn: number) => ({ value: String(turn), at: 1_795_423_091_704 + turn });

      test('answers to the first turns and the last are kept, three in the seat and the others in the archive', async () => {
        const room = await opened();
        const { address, secret } = await joined(room, 'Ann');
        const turns = [0, 1, 2, 3, 4, 5, 6, 97, 98, 99, 100, 101, 102, 493, 494, 495, 496, 497, 498, 499];
        for (const [i, turn] of turns.entries()) {
          const before = turns[i - 3];
          if (before !== undefined) await store.archiveAnswers(room, before, new Map([[address.seat, answerOf(before)]]), id());
          await store.recordAnswer(address, secret, turn, answerOf(turn));
        }
        const [seat] = await store.seats(room.id, 0, { fresh: true });
        const all = Object.fromEntries(turns.map((turn) => [turn, answerOf(turn)]));
        expect(Object.keys(seat!.answers)).toEqual(['497', '498', '499']);
        expect({ ...(await archivedOf(room, address)), ...seat!.answers }).toEqual(all);
      });

      test('a range of rounds is read, both ends included; nothing where nothing is', async () => {
        const room = await opened();
        const { address } = await joined(room, 'Ann');
        for (const turn of [0, 9, 10, 99, 100, 499])
          await store.archiveAnswers(room, turn, new Map([[address.seat, answerOf(turn)]]), id());
        const turns = async (from: number, to: number) => Object.keys(await archivedOf(room, address, from, to)).map(Number);
        expect([await turns(0, 9), await turns(10, 99), await turns(9, 100), await turns(100, 499)]).toEqual([
          [0, 9],
          [10, 99],
          [9, 10, 99, 100],
          [100, 499],
        ]);
        expect([await turns(11, 98), await turns(5, 4), await turns(-3, -1), await turns(-1, 0)]).toEqual([[], [], [], [0]]);
      });

      test('each answer of a large room is found in its shard, texts of 200 bytes too', async () => {
        const room = await opened({ shards: 2 });
        const seats = Array.from({ length: 500 }, () => id(16));
        const answers = new Map(seats.map((seat, i) => [seat, { value: i % 2 ? 'ü'.repeat(100) : '"@:#'.repeat(50), at: i }]));
        await store.archiveAnswers(room, 7, answers, id());
        const shards = await Promise.all([0, 1].map((shard) => store.archivedAnswers(room.id, shard, 7, 7)));
        const found = seats.map((seat) => shards[shardOf(seat, 2)]?.get(7)?.get(seat));
        expect(found).toEqual([...answers.values()]);
      });

      test('of two writers at once each keeps what it alone knew, and a repeat changes nothing', async () => {
        const room = await opened();
        const seats = Array.from({ length: 300 }, () => id(16));
        const knowing = (knows: (i: number) => boolean) =>
          new Map(seats.flatMap((seat, i) => (knows(i) ? [[seat, answerOf(i)]] : [])));
        const [first, second] = [knowing((i) => i % 3 > 0), knowing((i) => i % 3 < 2)];
        const [one, two] = [id(), id()];
        await Promise.all([store.archiveAnswers(room, 4, first, one), store.archiveAnswers(room, 4, second, two)]);
        await store.archiveAnswers(room, 4, first, one);
        const archived = await store.archivedAnswers(room.id, 0, 4, 4);
        expect(new Map(seats.map((seat) => [seat, archived.get(4)?.get(seat)]))).toEqual(knowing(() => true));
      });

      test('an answer that is stored while its round is archived stays in its seat', async () => {
        const room = await opened();
        const { address, secret } = await joined(room, 'Ann');
        await Promise.all([
          store.archiveAnswers(room, 0, new Map([[id(16), answerOf(0)]]), id()),
          store.recordAnswer(address, secret, 0, answerOf(0)),
        ]);
        expect([await archivedOf(room, address), await store.seat(address, secret)]).toMatchObject([
          {},
          { answers: { 0: answerOf(0) } },
        ]);
      });

      test('an archive is of its room alone, and no seat', async () => {
        const [room, other] = [await opened(), await opened()];
        const { address } = await joined(room, 'Ann');
        await store.archiveAnswers(room, 0, new Map([[address.seat, answerOf(0)]]), id());
        expect(await archivedOf(other, address)).toEqual({});
        expect(await store.seats(room.id, 0, { fresh: true })).toMatchObject([{ name: 'Ann', answers: {} }]);
      });
    });

    describe('kept standings', () => {
      test('each seat’s standing is found, a missing one differs from none, and a later turn replaces an earlier one', async () => {
        const room = await opened({ shards: 2 });
        const [ann, bo] = [await joined(room, 'Ann'), await joined(room, 'Bo')];
        expect(await store.seatStanding(ann.address, 0)).toBe('lost');
        await store.saveStandings(room, 0, keptOf([[ann.address.seat, standingOf(500)]]));
        expect([await store.seatStanding(ann.address, 0), await store.seatStanding(bo.address, 0)]).toEqual([
          standingOf(500),
          undefined,
        ]);
        await store.saveStandings(room, 1, keptOf([[ann.address.seat, standingOf(900)]]));
        expect([await store.seatStanding(ann.address, 1), await store.seatStanding(ann.address, 2)]).toEqual([
          standingOf(900),
          'lost',
        ]);
      });

      test('a shard’s standings are those of its seats', async () => {
        const room = await opened({ shards: 2 });
        const people = await Promise.all(Array.from({ length: 60 }, (_, i) => joined(room, `P${i}`)));
        const kept = keptOf(people.map(({ address }, i) => [address.seat, standingOf(2 * i)]));
        await store.saveStandings(room, 0, kept);
        for (const shard of [0, 1]) {
          const found = await store.shardStandings(room.id, 0, shard);
          const here = people.flatMap(({ address }) => (address.shard === shard ? [address.seat] : []));
          const these = (all: KeptStandings | 'lost') =>
            here.map((seat) => all !== 'lost' && [all.own.get(seat), all.settled.get(seat)]);
          expect(these(found)).toEqual(these(kept));
        }
      });

      test('a late write of an older version does not replace a newer one', async () => {
        const room = await opened();
        const { address } = await joined(room, 'Ann');
        const save = (version: number, points: number) =>
          store.saveStandings({ ...room, version }, 0, keptOf([[address.seat, standingOf(points)]]));
        await save(7, 700);
        await save(6, 600);
        expect(await store.seatStanding(address, 0)).toEqual(standingOf(700));
        await save(8, 800);
        expect(await store.seatStanding(address, 0)).toEqual(standingOf(800));
      });

      test('a copy with fewer seats replaces a larger one, in whichever parts they were', async () => {
        const room = await opened();
        const seats = Array.from({ length: 120 }, () => id(16));
        const save = (version: number, some: string[]) =>
          store.saveStandings({ ...room, version }, 0, keptOf(some.map((seat) => [seat, standingOf(2 * version)])));
        await save(2, seats);
        await save(3, seats.slice(0, 50));
        const found = await store.shardStandings(room.id, 0, 0);
        expect(found !== 'lost' && seats.map((seat) => found.own.get(seat)?.points)).toEqual(
          seats.map((_, i) => (i < 50 ? 6 : undefined)),
        );
      });

      test('a turn without standings is lost in any shard; nobody’s are a whole copy', async () => {
        const room = await opened();
        const { address } = await joined(room, 'Ann');
        await store.saveStandings(room, 0, keptOf([[address.seat, standingOf(500)]]));
        expect(await store.shardStandings(room.id, 1, 0)).toBe('lost');
        await store.saveStandings(room, 2, keptOf([]));
        expect(await store.shardStandings(room.id, 2, 0)).toMatchObject({ own: new Map(), settled: new Map() });
      });
    });

    test('a missing or expired room is found by no operation, and no operation changes anything', async () => {
      const expired = await opened({ expiresAt: Date.now() - 2000 });
      for (const room of [id(), expired.id]) {
        const address = { room, shard: 0, seat: id(16) };
        const by = { connection: id(), connectedAt: 9000 };
        await store.delivered(room, 7);
        await store.countPlayers(room, 3);
        await store.deleteSeat(address, 'secret');
        await store.disconnectSeat(address, by.connection, 7000);
        const tries = [
          await store.changeRoom(room, 1, { players: 7 }, id(), 2000),
          await store.claimHost(room, by),
          await store.seat(address, 'secret'),
          await store.claimSeat(address, 'secret', by),
          await store.rename(address, 'secret', { name: 'Ann', folded: 'ann', at: 2000 }),
          await store.recordAnswer(address, 'secret', 0, { value: '1', at: 1 }),
          await store.kick(address),
          await store.seatStanding(address, 0),
          await store.shardStandings(room, 0, 0),
          await store.archivedAnswers(room, 0, 0, 499),
          await store.nameFree(room, 'ann'),
          await store.seats(room, 0, { fresh: true }),
          await store.room(room),
        ];
        const none = [refusal('noSeat'), refusal('noSeat'), refusal('noSeat'), refusal('noSeat'), undefined];
        expect(tries).toEqual([
          refusal('conflict'),
          refusal('hostTaken'),
          ...none,
          'lost',
          'lost',
          new Map(),
          true,
          [],
          undefined,
        ]);
      }
    });
  });
}
