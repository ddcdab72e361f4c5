// PROTOCOL.md is a contract: what it shows must be what the code takes and says.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../game/quiz/questions/index.ts';
import { REFUSALS } from '../../game/refusals.ts';
import { MOVE_NAMES } from '../../game/room/transitions.ts';
import { ACTIONS, parseMessage } from '../../game/wire/client-messages.ts';

const page = readFileSync(new URL('../../game/PROTOCOL.md', import.meta.url), 'utf8');
const schemas = { ...ACTIONS.player, ...ACTIONS.host };

const json = (line: string) => JSON.parse(line) as { action: string };
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].flatMap((block) => block[1]!.trim().split('\n')).map(json);
const transcript = page.split('\n').filter((line) => /^[→←] /.test(line));

describe('each example of what a client says passes its schema, and no action lacks one', () => {
  test.each(Object.keys(schemas) as (keyof typeof schemas)[])('%s', (action) => {
    const shown = examples.filter((example) => example.action === action);
    const { action: _, ...fields } = shown[0]!;
    // What is left out gets its default.
    expect(parseMessage(schemas, action, shown[0])).toMatchObject(fields);
  });
});

test('the transcript says only what the schemas let through', () => {
  const said = transcript.filter((line) => line.startsWith('→')).map((line) => json(line.slice(2)));
  const passed = said.map((message) => parseMessage(schemas, message.action as keyof typeof schemas, message) !== undefined);
  expect(passed).toEqual(said.map(() => true));
  expect(said.map(({ action }) => action)).toEqual(['clock', 'join', 'answer', 'sync']);
});

test('every reply of the transcript answers a request of it', () => {
  const frames = transcript.map((line) => JSON.parse(line.slice(2)) as { id?: string; re?: string });
  const ids = frames.flatMap(({ id }) => id ?? []);
  expect(frames.flatMap(({ re }) => re ?? [])).toEqual(ids);
});

test('every refusal, move and kind is on the page', () => {
  const named = [...MOVE_NAMES, ...Object.keys(KINDS)];
  expect(named.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  const [, table = ''] = /^## 7\. Refusals$(.*?)^## 8/ms.exec(page) ?? [];
  const codes = table.split('\n').flatMap((row) => row.split('|')[1]?.match(/(?<=`)\w+(?=`)/g) ?? []);
  expect(codes.sort()).toEqual(Object.keys(REFUSALS).sort());
});
