import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pinFrom } from '../../game/room/pin.ts';
import { ACTIONS, type Action, type Messages, parseMessage } from '../../game/wire/client-messages.ts';

const schemas = { ...ACTIONS.player, ...ACTIONS.host };
const actions = Object.keys(schemas) as Action[];
const token = 'abcdefghijklmnopqrstuv';
const join = { id: 'q1', pin: '123456', seat: token, secret: token, name: 'Ann' };

test('a message of another shape is none', () => {
  const wrong = [
    {},
    { ...join, id: '' },
    { ...join, id: 'x'.repeat(41) },
    { ...join, pin: 123456 },
    { ...join, pin: '12345' },
    { ...join, seat: `${token}x` },
    { ...join, secret: '../../etc/passwd......' },
    { ...join, name: 'x'.repeat(401) },
    { ...join, name: null },
  ];
  expect(wrong.map((message) => parseMessage(schemas, 'join', message))).toEqual(wrong.map(() => undefined));
  expect(parseMessage(schemas, 'join', { ...join, more: 1 })).toEqual(join);
});

test('an answer has from one to 200 bytes', () => {
  const said = { id: 'q1', seat: `abcdefgh.0.${token}`, secret: token, turn: 0 };
  const answers = ['', 'x'.repeat(200), 'x'.repeat(201), 'é'.repeat(100), 'é'.repeat(101), '数'.repeat(66), '数'.repeat(67)];
  const right = answers.filter((answer) => parseMessage(schemas, 'answer', { ...said, answer }));
  expect(right).toEqual(['x'.repeat(200), 'é'.repeat(100), '数'.repeat(66)]);
});

const seat = `abcdefgh.0.${token}`;
const seated = { id: 'q1', seat, secret: token };
const hosting = { id: 'q1', key: token, room: 'abcdefgh' };
const MESSAGES: { [A in Action]: Messages[A] } = {
  join,
  sync: { ...seated, version: 0, rev: 0 },
  answer: { ...seated, turn: 0, answer: '1' },
  rename: { ...seated, name: 'Bo' },
  leave: seated,
  clock: { id: 'q1' },
  shelf: { id: 'q1', key: token, after: '' },
  open: { id: 'q1', key: token, quiz: 'capitals', own: false, speed: true },
  library: { id: 'q1', key: token, after: '', search: '', binned: false },
  quiz: { id: 'q1', key: token, quiz: 'q-1' },
  saveQuiz: { id: 'q1', key: token, quiz: 'q-1', version: 1, title: '', language: 'en', order: ['a'] },
  saveQuestion: { id: 'q1', key: token, quiz: 'q-1', question: 'a', version: 1, draft: { kind: 'choice' } },
  copyQuiz: { id: 'q1', key: token, quiz: 'q-2', from: 'capitals', sample: true, title: 'Capitals' },
  binQuiz: { id: 'q1', key: token, quiz: 'q-1', binned: true },
  look: { ...hosting, version: 0, names: 0 },
  move: { ...hosting, version: 0, move: 'start', names: 0 },
  remove: { ...hosting, seat },
  renamePlayer: { ...hosting, seat, name: 'Bo' },
  undo: { ...hosting, seconds: 1 },
  results: { ...hosting, cursor: 0 },
  ticket: { id: 'q1', key: token, hash: '0123456789abcdef'.repeat(4), media: 'image/png', size: 1 },
  nudge: { ...seated, version: 0 },
};

test('whatever stands in one field, a message is taken as it came or not at all', () => {
  const anyChange = fc.constantFrom(...actions).chain((action) => {
    const message: object = MESSAGES[action];
    return fc.tuple(fc.constant(action), fc.constant(message), fc.constantFrom(...Object.keys(message)), fc.jsonValue());
  });
  fc.assert(
    fc.property(anyChange, ([action, message, field, value]) => {
      const changed = { ...message, [field]: value };
      expect([undefined, changed]).toContainEqual(parseMessage(schemas, action, changed));
    }),
  );
});

test('of no message may any field be missing, but for those with a default', () => {
  const needless = actions.flatMap((action) => {
    const fields = Object.entries(MESSAGES[action]);
    return fields.flatMap(([field]) => {
      const without = Object.fromEntries(fields.filter(([name]) => name !== field));
      return parseMessage(schemas, action, without) ? [`${action}.${field}`] : [];
    });
  });
  expect(needless).toEqual([
    'sync.version',
    'sync.rev',
    'shelf.after',
    'open.own',
    'open.speed',
    'look.version',
    'look.names',
    'move.names',
    'results.cursor',
    'library.after',
    'library.search',
    'library.binned',
    'copyQuiz.sample',
  ]);
});

test('a PIN has six digits, the first of which is not 0', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (bytes) => /^[1-9]\d{5}$/.test(pinFrom(bytes))));
});

describe('a field is taken whole or not at all', () => {
  const { sync, answer, look } = MESSAGES;
  const takes = (action: keyof typeof schemas, message: object) => parseMessage(schemas, action, message) !== undefined;

  test.each<[string, keyof typeof schemas, object, boolean]>([
    ['a seat of the largest shard', 'sync', { ...sync, seat: `abcdefgh.9999.${token}` }, true],
    ['a shard with a needless nought', 'sync', { ...sync, seat: `abcdefgh.00.${token}` }, false],
    ['a shard of five digits', 'sync', { ...sync, seat: `abcdefgh.10000.${token}` }, false],
    ['something before a seat', 'sync', { ...sync, seat: ` ${seat}` }, false],
    ['something after a seat', 'sync', { ...sync, seat: `${seat}x` }, false],
    ['a room of seven characters', 'look', { ...look, room: 'abcdefg' }, false],
    ['a room of 32', 'look', { ...look, room: 'x'.repeat(32) }, true],
    ['a room of 33', 'look', { ...look, room: 'x'.repeat(33) }, false],
    ['something before a room', 'look', { ...look, room: ' abcdefgh' }, false],
    ['a PIN with something before it', 'join', { ...join, pin: 'x123456' }, false],
    ['a PIN of seven digits', 'join', { ...join, pin: '1234567' }, false],
    ['four colours', 'join', { ...join, colours: '1234' }, true],
    ['five colours', 'join', { ...join, colours: '12341' }, false],
    ['a fifth colour before', 'join', { ...join, colours: '01234' }, false],
    ['a colour that there is not', 'join', { ...join, colours: '1235' }, false],
    ['an id with a space', 'join', { ...join, id: 'a b' }, false],
    ['the last round', 'answer', { ...answer, turn: 499 }, true],
    ['a round after it', 'answer', { ...answer, turn: 500 }, false],
    ['a round before the first', 'answer', { ...answer, turn: -1 }, false],
    ['half a round', 'answer', { ...answer, turn: 0.5 }, false],
    ['the largest version', 'sync', { ...sync, version: 1_000_000_000 }, true],
    ['a version before the first', 'sync', { ...sync, version: -1 }, false],
    ['a version beyond it', 'sync', { ...sync, version: 1_000_000_001 }, false],
    ['200 names', 'look', { ...look, names: 200 }, true],
    ['201 names', 'look', { ...look, names: 201 }, false],
    ['an undo of one second', 'undo', { ...hosting, seconds: 1 }, true],
    ['an undo of half a second', 'undo', { ...hosting, seconds: 0.5 }, false],
    ['of none', 'undo', { ...hosting, seconds: 0 }, false],
    ['of ten minutes', 'undo', { ...hosting, seconds: 600 }, true],
    ['of more', 'undo', { ...hosting, seconds: 601 }, false],
    ['results after 1,000 lines', 'results', { ...hosting, cursor: 1000 }, true],
    ['results after more', 'results', { ...hosting, cursor: 1001 }, false],
    ['a quiz of 100 characters', 'open', { id: 'q1', key: token, quiz: 'x'.repeat(100) }, true],
    ['a quiz of 101', 'open', { id: 'q1', key: token, quiz: 'x'.repeat(101) }, false],
    ['a clock sample', 'clock', { id: 'q1' }, true],
    ['a clock sample without id', 'clock', {}, false],
    ['a command', 'move', { ...look, move: 'start' }, true],
    ['no command', 'move', { ...look, move: 'stop' }, false],
  ])('%s', (_, action, message, taken) => expect(takes(action, message)).toBe(taken));

  test('what may be left out has its default', () => {
    expect(parseMessage(schemas, 'sync', { id: 'q1', seat, secret: token })).toEqual(sync);
    expect(parseMessage(schemas, 'look', { id: 'q1', key: token, room: 'abcdefgh' })).toEqual(look);
    expect(parseMessage(schemas, 'open', { id: 'q1', key: token, quiz: 'x' })).toEqual({
      id: 'q1',
      key: token,
      quiz: 'x',
      own: false,
      speed: true,
    });
    expect(parseMessage(schemas, 'results', { id: 'q1', key: token, room: 'abcdefgh' })).toMatchObject({ cursor: 0 });
  });
});
