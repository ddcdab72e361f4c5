// Somebody else's client, written from PROTOCOL.md and RULES.md alone, plays with the server.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { quizOf } from '../game/samples.ts';
import { type Player, samplePlayer } from '../support/sample-client/player.ts';
import type { Connect } from '../support/sample-client/requests.ts';
import { allIn, inPhase } from '../support/sample-clients.ts';
import { compare, pause, played } from './sample-game.ts';

const FOLDER = join(import.meta.dirname, '../support/sample-client');

test('it knows nothing of the product but its two documents', () => {
  const files = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8'));
  const imported = files.flatMap((text) => [...text.matchAll(/from '([^']+)'/g)].map((match) => match[1] ?? ''));
  expect(imported.filter((name) => name !== 'valibot' && !name.startsWith('./'))).toEqual([]);
  expect(files.filter((text) => text.split('\n').length > 201)).toEqual([]);
});

const TIMED = { seconds: 20, reading: 1 };
const EVERY_KIND = quizOf(
  { kind: 'choice', text: 'One?', options: ['a', 'b', 'c'], right: 2, ...TIMED },
  { kind: 'several', text: 'Two?', options: ['a', 'b', 'c', 'd'], right: [1, 3], partial: true, points: 2000, ...TIMED },
  { kind: 'poll', text: 'Three?', options: ['a', 'b'], several: true, ...TIMED },
  { kind: 'typed', text: 'Four?', accepted: ['Malmö', 'Lund'], ...TIMED },
  { kind: 'choice', text: 'Five?', options: ['a', 'b'], right: 1, points: 0, ...TIMED },
  { kind: 'true-false', text: 'Six?', right: true, ...TIMED },
);
const ANSWERS = [
  ['1', '2', '2', '3'],
  ['1,3', '1', '1,2', '2', '1,2,3'],
  ['1', '2', '1,2'],
  ['malmo', 'Malmø', 'LUND!', 'Paris'],
  ['1', '2'],
  ['1', '2'],
];

test('from the public reveal it works out what the server knows of each player, in a game of every kind', () =>
  played(EVERY_KIND, async ({ host, connect, enter, standing, random }) => {
    const said: string[] = [];
    const noted: Connect = (on) => {
      const transport = connect(on);
      return { ...transport, send: (text) => said.push(text) && transport.send(text) };
    };
    const players: Player[] = [];
    for (let i = 0; i < 30; i++) players.push(await enter(`Player ${i}`, noted));
    const isSkipped = [false, false, false, false, false, true];
    for (const [number, answers] of ANSWERS.entries()) {
      await host.move(number === 0 ? 'start' : 'question');
      await allIn('question', players);
      players.push(await enter(`Late ${number}`, noted));
      const { opensAt = 0 } = host.held.room?.turn ?? {};
      await Promise.all(
        players.map(async (player) => {
          const value = answers[Math.floor(random() * answers.length)] ?? '';
          await pause(opensAt - Date.now() - 700 + random() * 12_000);
          if (random() < 0.9) await player.answer(value);
        }),
      );
      if (isSkipped[number]) {
        await host.move('skip');
        break;
      }
      await host.until(inPhase('reveal'));
      await allIn('reveal', players);
      players.push(await enter(`Later ${number}`, noted));
      await compare(players, standing);
      if (number === 1) await host.remove(players.shift()?.held.you?.address ?? '');
      await host.move('standings');
      await allIn('standings', players);
      await compare(players, standing);
    }
    await allIn('podium', players);
    await compare(players, standing);
    const points = (await host.results()).players.map((row) => [row.name, row.points]);
    // Nobody had to ask.
    expect(said.filter((text) => text.includes('"version":0'))).toEqual([]);
    expect(points.sort()).toEqual(players.map(({ held: { you, result } }) => [you?.name, result?.points ?? 0]).sort());
  }));

const TWO = quizOf(
  { kind: 'choice', text: 'One?', options: ['a', 'b'], right: 1, seconds: 5, reading: 1 },
  { kind: 'true-false', text: 'Two?', right: true, seconds: 5, reading: 1 },
);

/** Loses, doubles and delays one frame in ten of each way, and drops a connection in a hundred frames. */
const unreliable =
  (connect: Connect, random: () => number): Connect =>
  (on) => {
    const pass = (run: () => void) => {
      const fault = random();
      if (fault >= 0.05) run();
      if (fault < 0.03) setTimeout(run, 900 * random());
      if (fault > 0.97) run();
      if (fault > 0.49 && fault < 0.5) transport.close();
    };
    const transport = connect({ ...on, text: (text) => pass(() => on.text(text)) });
    return { ...transport, send: (text) => pass(() => transport.send(text)) };
  };

test('whatever frames are lost, doubled or overtaken, it shows what the server knows, game after game', () =>
  played(TWO, async ({ host, connect, enter, standing, random }) => {
    const players = await Promise.all(Array.from({ length: 20 }, (_, i) => enter(`Player ${i}`, unreliable(connect, random))));
    for (const game of [0, 1, 2]) {
      if (game > 0) await host.move('again');
      for (const move of ['start', 'question']) {
        await host.move(move);
        const number = host.held.room?.turn?.number;
        const answering = players.map(async (player) => {
          await player.until(({ held: { room } }) => room?.turn?.number === number);
          if (player.held.room?.phase === 'question') await player.answer(random() < 0.5 ? '1' : '2');
        });
        await host.until(inPhase('reveal'));
        await Promise.all(answering);
        await Promise.all(players.map((player) => player.until(({ held: { room } }) => room?.judged === number)));
        await compare(players, standing);
        if (move === 'start') await host.move('standings');
      }
      await host.move('podium');
    }
  }));

test('where joining takes two steps it taps the colours of the big screen', () =>
  played(TWO, async ({ host, enter }) => {
    await host.move('guard');
    await host.until(({ held }) => held.stage?.colours !== undefined);
    const ann = await enter('Ann');
    expect([ann.held.you?.name, await ann.rename('Anna'), ann.held.you?.name]).toEqual(['Ann', undefined, 'Anna']);
  }));

test('with the host gone it has the question revealed', () =>
  played(TWO, async ({ host, enter }) => {
    const ann = await enter('Ann');
    await host.move('start');
    host.stop();
    await ann.until(inPhase('reveal'));
  }));

test('a newer connection plays its seat, and it does not take it back', () =>
  played(TWO, async ({ player, enter }) => {
    const ann = await enter('Ann');
    await pause(10);
    const newer = player(new Map(ann.storage));
    await newer.until(({ held }) => held.you?.name === 'Ann');
    await ann.until(({ status }) => status === 'taken');
    expect(newer.status).toBe('playing');
  }));

test('who is removed, and whose join is taken back, hears why', () =>
  played(TWO, async ({ host, enter }) => {
    const [ann, bo] = [await enter('Ann'), await enter('Bo')];
    expect(await host.remove(ann.storage.get('address') ?? '')).toBeUndefined();
    await ann.until(({ status }) => status === 'removed');
    expect(await host.undo(60)).toBeUndefined();
    await bo.until(({ status }) => status === 'noSeat');
  }));

test('of a server with another protocol it reloads once, and then says so; and again once they agreed', () =>
  played(TWO, async ({ connect, random }) => {
    let protocol = 3;
    const changing: Connect = (on) => connect({ ...on, text: (text) => on.text(text.replace('"v":2', `"v":${protocol}`)) });
    let reloads = 0;
    const storage = new Map<string, string>();
    const ended = async (wanted: string) => {
      const player = samplePlayer({ connect: changing, storage, reload: () => reloads++, random });
      await player.until(({ status, held }) => status === wanted || held.tally !== undefined);
      player.stop();
      return reloads;
    };
    expect([await ended('reloading'), await ended('outdated')]).toEqual([1, 1]);
    protocol = 2;
    const agreed = samplePlayer({ connect: changing, storage, reload: () => reloads++, random });
    await agreed.until(({ status }) => status === 'playing' && !storage.has('reloaded'));
    agreed.stop();
    protocol = 4;
    expect(await ended('reloading')).toBe(2);
  }));
