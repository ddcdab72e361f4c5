import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pinFrom } from '../../game/room/pin.ts';
import { ACTIONS, parseMessage } from '../../game/wire/client-messages.ts';

const schemas = { ...ACTIONS.player, ...ACTIONS.host };
const actions = Object.keys(schemas) as (keyof typeof schemas)[];
const token = 'abcdefghijklmnopqrstuv';
const join = { id: 'q1', pin: '123456', seat: token, secret: token, name: 'Ann' };

test('what is not of a message’s shape is none', () => {
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

test('whatever comes, reading it throws nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...actions),
      fc.jsonValue(),
      fc.record({ id: fc.jsonValue(), seat: fc.jsonValue() }),
      (action, any, some) => {
        expect(() => [any, some, { ...join, ...some }].map((message) => parseMessage(schemas, action, message))).not.toThrow();
      },
    ),
  );
});

test('a PIN has six digits, the first of which is not 0', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (bytes) => /^[1-9]\d{5}$/.test(pinFrom(bytes))));
});
