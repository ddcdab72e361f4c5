// Random frames, valid and broken.
import { ACTIONS } from '../../game/wire/client-messages.ts';
import { randomFrom, textOf } from './random.ts';

const NAMES = [...Object.keys(ACTIONS.player), ...Object.keys(ACTIONS.host)];
const FIELDS = [
  'id',
  'pin',
  'name',
  'seat',
  'secret',
  'turn',
  'answer',
  'key',
  'room',
  'version',
  'move',
  'names',
  'tallied',
  'quiz',
  'colours',
  'seconds',
  'cursor',
  'rev',
  '__proto__',
  'constructor',
  'toString',
];

function anyValue(random: () => number, depth = 0): unknown {
  return randomFrom(random, [
    () => textOf(random, 40),
    () => '123456',
    () => 'A'.repeat(22),
    () => `${'A'.repeat(22)}.0.${'B'.repeat(22)}`,
    () => Math.floor(random() * 1000),
    () => randomFrom(random, [-1, 0, 0.5, 1e308, 2 ** 53, -0]),
    () => randomFrom(random, [null, true, false]),
    () => (depth > 3 ? [] : Array.from({ length: Math.floor(random() * 4) }, () => anyValue(random, depth + 1))),
    () => (depth > 3 ? {} : Object.fromEntries([[randomFrom(random, FIELDS), anyValue(random, depth + 1)]])),
    () => 'x'.repeat(Math.floor(random() * 5000)),
  ])();
}

export function anyFrame(random: () => number): string {
  if (random() < 0.1) return textOf(random, 200);
  const fields = Array.from({ length: Math.floor(random() * 8) }, () => [randomFrom(random, FIELDS), anyValue(random)]);
  const text = JSON.stringify({
    action: randomFrom(random, [...NAMES, '', '$connect', '__proto__', 7]),
    ...Object.fromEntries(fields),
  });
  return random() < 0.1 ? text.slice(0, Math.floor(random() * text.length)) : text;
}

/** Random op codes, lengths and masks. */
export const anyBytes = (random: () => number): Buffer =>
  Buffer.from(Array.from({ length: 2 + Math.floor(random() * 60) }, () => Math.floor(random() * 256)));
