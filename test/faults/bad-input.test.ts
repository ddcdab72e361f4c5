// Bad input is refused and changes nothing.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REFUSALS } from '../../game/refusals.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import { type Fixture, fixture } from '../local/fixture.ts';
import { type HostClient, hostRoom, joinRoom, type PlayerClient } from '../support/clients.ts';
import { connectClient } from '../support/protocol-client.ts';

const SEED = 20_261_123;
let here: Fixture;
let game: HostClient;
let ann: PlayerClient;

beforeAll(async () => {
  here = await fixture();
  game = await hostRoom(await connectClient(here.url), here.key, { quiz: 'science' });
  ann = await joinRoom(here.url, game.pin, 'Ann');
});
afterAll(async () => {
  game.line.close();
  ann.line.close();
  await here.close();
});

const whole = async () => {
  const { room, you } = (await ann.sync()) as Frame<'view'>;
  const { stage } = await game.look({ names: 50 });
  return { room, you, players: stage!.players, names: stage!.names.map(({ name }) => name) };
};

async function answerTo(raw: string | Buffer): Promise<Frame | number> {
  const line = await connectClient(here.url);
  const next = line.waitFor('refused').catch(() => line.closed);
  line.sendRaw(raw);
  const answer = await Promise.race([next, line.closed]);
  line.close();
  return answer;
}

const code = (answer: Frame | number) =>
  typeof answer === 'number' ? answer : answer.type === 'refused' ? answer.code : answer.type;

test('each sort of broken frame gets its own reply, and the room does not change', async () => {
  const before = await whole();
  const join = { action: 'join', id: 'x', pin: game.pin, seat: 's'.repeat(22), secret: 't'.repeat(22), name: 'Bo' };
  const seat = { id: 'x', seat: ann.seat, secret: 'w'.repeat(22) };
  const cases: [string, string | Buffer, unknown][] = [
    ['no JSON', 'hello', 'badFrame'],
    ['half a JSON', '{"action":"join"', 'badFrame'],
    ['a list', '[1,2]', 'badFrame'],
    ['nothing', '', 'badFrame'],
    ['no action', '{}', 'unknownAction'],
    ['an action of the prototype', '{"action":"constructor"}', 'unknownAction'],
    ['an action of the gateway', '{"action":"$connect"}', 'unknownAction'],
    ['an unknown action', '{"action":"win","id":"x"}', 'unknownAction'],
    ['a field of a wrong type', JSON.stringify({ ...join, pin: 123456 }), 'badFrame'],
    ['a field that is missing', JSON.stringify({ ...join, name: undefined }), 'badFrame'],
    ['no id', JSON.stringify({ ...join, id: undefined }), 'badFrame'],
    ['an endless name', JSON.stringify({ ...join, name: 'x'.repeat(5000) }), 'badFrame'],
    ['a long name', JSON.stringify({ ...join, name: 'x'.repeat(100) }), 'nameLong'],
    ['an invisible name', JSON.stringify({ ...join, name: '\u200b\u2063\u2800' }), 'nameEmpty'],
    ['somebody’s name', JSON.stringify({ ...join, name: ' A\u200bNN ' }), 'nameTaken'],
    ['a room that is none', JSON.stringify({ ...join, pin: '100000' }), 'noRoom'],
    ['a wrong secret', JSON.stringify({ action: 'sync', ...seat }), 'noSeat'],
    ['an answer with a wrong secret', JSON.stringify({ action: 'answer', ...seat, turn: 0, answer: '1' }), 'noSeat'],
    ['an answer of 201 bytes', JSON.stringify({ action: 'answer', ...seat, turn: 0, answer: 'x'.repeat(201) }), 'badFrame'],
    ['a turn that no room has', JSON.stringify({ action: 'answer', ...seat, turn: 500, answer: '1' }), 'badFrame'],
    [
      'a wrong host key',
      JSON.stringify({ action: 'move', id: 'x', key: 'k'.repeat(22), room: game.id, version: 1, move: 'end' }),
      'notHost',
    ],
    [
      'a move at a wrong time',
      JSON.stringify({ action: 'move', id: 'x', key: here.key, room: game.id, version: before.room!.version, move: 'podium' }),
      'notNow',
    ],
    ['a frame just small enough', JSON.stringify({ action: 'join', more: 'x'.repeat(32 * 1024 - 40) }), 'badFrame'],
    ['a frame that is too large', JSON.stringify({ action: 'join', more: 'x'.repeat(33 * 1024) }), 1009],
    ['bytes', Buffer.from([1, 2, 3]), 1003],
  ];
  const answers: [string, unknown][] = [];
  for (const [what, raw] of cases) answers.push([what, code(await answerTo(raw))]);
  expect(answers).toEqual(cases.map(([what, , expected]) => [what, expected]));
  expect(await whole()).toEqual(before);
});

test('a refusal has the request’s id, a code, and a sentence that a person can act on', async () => {
  const line = await connectClient(here.url);
  const frame = await line.say('join', { pin: '100000', name: 'Bo', seat: 's'.repeat(22), secret: 't'.repeat(22), id: 'mine' });
  expect(frame).toEqual({
    type: 'refused',
    code: 'noRoom',
    text: REFUSALS.noRoom,
    re: 'mine',
    v: 2,
    t1: expect.any(Number),
    t2: expect.any(Number),
  });
  line.close();
});

/** Wrong values of each field. */
const wrongs = (): Record<string, unknown[]> => ({
  id: [null, '', 'ä', 'x'.repeat(41), 7],
  pin: [null, '12345', 123_456, '000000', '１２３４５６'],
  seat: [
    null,
    'x',
    '..',
    `${game.id}.0.${'w'.repeat(22)}`,
    ann.seat.replace('.0.', '.1.'),
    `${'w'.repeat(16)}.0.${'w'.repeat(22)}`,
  ],
  secret: [null, 'short', 'w'.repeat(22), here.key],
  key: [null, 'short', 'w'.repeat(22), ann.secret],
  room: [null, '../../..', 'w'.repeat(16), 7],
  version: [null, -1, 1.5, '1', 1e10, true],
  rev: [null, -1, {}],
  turn: [null, -1, 0.5, 500, '0'],
  answer: [null, '', 'x'.repeat(201), 'ü'.repeat(101), 1],
  name: [null, '', '\u200b', '\ud800', 'x'.repeat(21), 'x'.repeat(401), 7, {}],
  move: [null, 'win', '__proto__', 'start', 'close', 'standings', 'again'],
  quiz: [null, 'none', '__proto__', 7],
  speed: [null, 'yes'],
  names: [null, -1, 201],
  tallied: [null, {}, 7],
  cursor: [null, -1, '0'],
});

test('while a question runs, a message with one wrong field is refused and changes nothing', async () => {
  await game.move('start');
  const { key } = here;
  const own = { seat: ann.seat, secret: ann.secret };
  const hosted = { key, room: game.id };
  const messages: Record<string, object> = {
    join: { pin: game.pin, seat: ann.seat.split('.')[2], secret: ann.secret, name: 'Ann' },
    sync: { ...own, version: 0, rev: 0 },
    answer: { ...own, turn: 0, answer: '2' },
    rename: { ...own, name: 'Anna' },
    nudge: { ...own, version: 0 },
    shelf: { key },
    open: { key, quiz: 'quick', speed: true },
    look: { ...hosted, version: 0, names: 0, tallied: { turn: 0, answered: 0, waiting: 0, at: 0 } },
    move: { ...hosted, version: game.room.version, move: 'skip' },
    remove: { ...hosted, seat: ann.seat },
    results: { ...hosted, cursor: 0 },
  };
  const before = await whole();
  const unasked = () => [ann, game].flatMap(({ line }) => line.received.filter((text) => !('re' in JSON.parse(text)))).length;
  const quiet = unasked();
  const line = await connectClient(here.url);
  const accepted: unknown[] = [];
  for (const [action, message] of Object.entries(messages)) {
    const good = { id: 'x', ...message };
    for (const field of Object.keys(good)) {
      for (const wrong of wrongs()[field]!) {
        const heard = line.received.length;
        line.sendRaw(JSON.stringify({ action, ...good, [field]: wrong }));
        await expect.poll(() => line.received.length, { interval: 1 }).toBeGreaterThan(heard);
        const answer = JSON.parse(line.received.at(-1)!) as Frame;
        const inWords = answer.type === 'refused' && answer.text === REFUSALS[answer.code];
        if (!inWords) accepted.push({ action, [field]: wrong, answer });
      }
    }
  }
  line.close();
  expect(accepted).toEqual([]);
  expect(await whole()).toEqual(before);
  expect(unasked()).toBe(quiet);
});

test('random texts are refused', async () => {
  const line = await connectClient(here.url);
  const before = await whole();
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'grapheme' }), fc.json()), async (said) => {
      const heard = line.received.length;
      line.sendRaw(said);
      await expect.poll(() => line.received.length, { interval: 1 }).toBeGreaterThan(heard);
      expect(['badFrame', 'unknownAction']).toContain(code(JSON.parse(line.received.at(-1)!)));
    }),
    { seed: SEED, numRuns: 200 },
  );
  line.close();
  expect(await whole()).toEqual(before);
});

test('random messages to a running room are all answered, and change nothing', {
  timeout: 240_000,
}, async () => {
  const before = await whole();
  const line = await connectClient(here.url);
  const actions = [
    'join',
    'sync',
    'answer',
    'rename',
    'leave',
    'nudge',
    'look',
    'move',
    'remove',
    'renamePlayer',
    'undo',
    'results',
    'open',
    'shelf',
  ];
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.string(),
    fc.constantFrom(game.id, game.pin, ann.seat, '../..', '__proto__', -1, 1e308, null),
  );
  const frame = fc.record(
    {
      action: fc.constantFrom(...actions),
      id: fc.constant('f'),
      pin: odd,
      seat: odd,
      secret: odd,
      name: odd,
      key: odd,
      room: odd,
      version: odd,
      move: odd,
      turn: odd,
      answer: odd,
      quiz: odd,
    },
    { requiredKeys: ['action'] },
  );
  await fc.assert(
    fc.asyncProperty(frame, async (said) => {
      const heard = line.received.length;
      line.sendRaw(JSON.stringify(said));
      await expect.poll(() => line.received.length, { interval: 1 }).toBeGreaterThan(heard);
      const answer = JSON.parse(line.received.at(-1)!) as Frame;
      expect(answer.type).toBe('refused');
    }),
    { seed: SEED, numRuns: 300 },
  );
  line.close();
  expect(await whole()).toEqual(before);
});
