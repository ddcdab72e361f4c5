// What the page shows of the server's frames is what the server says.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseQuiz } from '../../game/quiz/quiz.ts';
import { handlerFixture, KEY } from '../lambdas/handler-fixture.ts';
import { QUICK } from '../local/fixture.ts';
import type { Connect } from '../support/sample-client/requests.ts';
import { allIn, inPhase } from '../support/sample-clients.ts';
import { pause, played } from './sample-game.ts';

const page = readFileSync(new URL('../../game/PROTOCOL.md', import.meta.url), 'utf8');
const science = JSON.parse(readFileSync(new URL('../../quizzes/science.json', import.meta.url), 'utf8'));

type Json = unknown;
const isObject = (value: Json): value is Record<string, Json> => typeof value === 'object' && value !== null;

const INSTANTS = /^(announced|shows|opens|closes|seals)At$|^(at|t1|t2)$/;
const OF_ITS_OWN = /^(re|pin|address)$/;

/** Without what is another in each game. */
function comparable(value: Json): Json {
  if (Array.isArray(value)) return value.map(comparable);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, part]): [string, Json] => {
    if (INSTANTS.test(name)) return [name, typeof part === 'number' ? 'an instant' : part];
    return [name, OF_ITS_OWN.test(name) ? 'its own' : comparable(part)];
  });
  return Object.fromEntries(entries);
}

/** The names of all fields, and what they hold. */
function shape(value: Json): Json {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape);
  if (!isObject(value)) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shape(part)]));
}

function namesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return isObject(value) ? Object.entries(value).flatMap(([name, part]) => [name, ...namesIn(part)]) : [];
}

/** Adds each frame that comes to `frames`. */
const noting =
  (connect: Connect, frames: Json[]): Connect =>
  (on) =>
    connect({
      ...on,
      text(text) {
        frames.push(JSON.parse(text));
        on.text(text);
      },
    });

const shown = page
  .split('\n')
  .filter((line) => line.startsWith('← '))
  .map((line): Json => JSON.parse(line.slice(2)));

test('the transcript is a game as one player hears it', () => {
  const [first, ...others] = science.questions;
  const explanation = 'Anders Celsius himself had it the other way up.';
  const parsed = parseQuiz({ ...science, questions: [{ ...first, explanation }, ...others] });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return played(parsed.quiz, async ({ host, connect, enter }) => {
    const heard: Json[] = [];
    const bo = await enter('Bo', noting(connect, heard));
    // Equal points stand in the order of joining.
    await pause(10);
    const [ann, cy] = [await enter('Ann'), await enter('Cy')];
    await host.move('start');
    await allIn('question', [bo, ann, cy]);
    await pause((bo.held.room?.turn?.opensAt ?? 0) - Date.now());
    await Promise.all([ann.answer('1'), cy.answer('3')]);
    await bo.answer('2');
    await bo.until(inPhase('reveal'));
    const [clock, joined, question, answered, tally, reveal, podium, synced] = shown;
    const known = heard.map(comparable);
    for (const frame of [clock, joined, question, answered, tally, reveal]) expect(known).toContainEqual(comparable(frame));
    await host.move('standings');
    await host.move('question');
    await host.until(inPhase('reveal'));
    await host.move('podium');
    await bo.until(inPhase('podium'));
    await pause(20_000);
    const shapes = heard.map(shape);
    for (const frame of [podium, synced]) expect(shapes).toContainEqual(shape(frame));
  });
});

const unnamed = (names: Iterable<string>) => [...names].filter((name) => !new RegExp(`\\b${name}\\b`).test(page));

test('no field is said that the page does not name', () => {
  const heard: Json[] = [];
  return played(
    QUICK.quiz,
    async ({ host, connect, enter, standing }) => {
      await host.move('guard');
      await host.until(({ held }) => held.stage?.colours !== undefined);
      const [ann] = [await enter('Ann', noting(connect, heard)), await enter('Fuck you')];
      expect(await ann.rename('Fuck you')).toBe('nameTaken');
      await host.shelf();
      for (const move of ['start', 'question', 'question']) {
        await host.move(move);
        await ann.until(inPhase('question'));
        await pause((ann.held.room?.turn?.opensAt ?? 0) - Date.now());
        await ann.answer('2');
        await host.until(inPhase('reveal'));
        await standing(ann);
      }
      await host.results();
      await host.move('podium');
      await ann.until(inPhase('podium'));
      const names = new Set(heard.flatMap(namesIn));
      expect(names.size).toBeGreaterThan(80);
      expect(unnamed(names)).toEqual([]);
    },
    (connect) => noting(connect, heard),
  );
});

test('nor of a library and its files', async () => {
  const here = await handlerFixture();
  const own = { key: KEY, quiz: 'own' };
  const saved = { ...own, version: 1, title: 'Mine', language: 'en', order: [] };
  const said = [
    await here.ask('saved', 'host', 'saveQuiz', saved),
    await here.ask('edited', 'host', 'saveQuiz', { ...saved, title: 'Ours' }),
    await here.ask('saved', 'host', 'saveQuestion', {
      ...own,
      question: 'a',
      version: 1,
      draft: { kind: 'choice', text: 'Which?', picture: { file: 'a.png', alt: 'A dot' } },
    }),
    await here.ask('saved', 'host', 'saveQuiz', { ...saved, version: 2, order: ['a'] }),
    await here.ask('saved', 'host', 'binQuiz', { ...own, binned: true }),
    await here.ask('library', 'host', 'library', { key: KEY, binned: true }),
    await here.ask('quiz', 'host', 'quiz', own),
    await here.ask('ticket', 'host', 'ticket', { key: KEY, hash: 'a'.repeat(64), media: 'image/png', size: 1 }),
  ];
  // A form's own fields are whatever they are.
  const names = said.flatMap((frame) =>
    namesIn('upload' in frame ? { ...frame, upload: Object.keys(frame.upload ?? {}) } : frame),
  );
  expect(unnamed(new Set(names))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['cover', 'binnedAt', 'drafts', 'savedAt', 'upload']));
});
