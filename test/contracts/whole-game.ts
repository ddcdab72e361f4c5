// A whole game of somebody else's clients.
import { expect, test } from 'vitest';
import type { Frame } from '../../game/wire/server-frames.ts';
import { pause } from '../support/clients.ts';
import { connectClient } from '../support/protocol-client.ts';
import { pointsFor } from '../support/sample-client/points.ts';
import type { Connect } from '../support/sample-client/requests.ts';
import type { Results } from '../support/sample-client/results.ts';
import { webSocketTo } from '../support/sample-client/web-socket.ts';
import { allIn, sampleClients } from '../support/sample-clients.ts';

/** Notes the phase of each room that is told unasked. */
const noting =
  (connect: Connect, phases: string[]): Connect =>
  (on) =>
    connect({
      ...on,
      text(text) {
        const frame: Frame = JSON.parse(text);
        if (frame.type === 'view' && frame.re === undefined && frame.room) phases.push(frame.room.phase);
        on.text(text);
      },
    });

const sorted = ({ questions, players }: Results) => [questions, players.toSorted((a, b) => (a.name < b.name ? -1 : 1))];

const NAMES = ['Ann', 'Bo', 'Cy'];
/** By question: each answer and its share of the points. */
const SAID = [
  [
    ['2', 1],
    ['2', 1],
    ['1', 0],
  ],
  [
    ['1,3', 1],
    ['1', 0.5],
    ['2', 0],
  ],
  [
    ['2', 1],
    ['1', 0],
    ['2', 1],
  ],
] as const;
const WORDS = [
  ['b', 'a + c', 'False'],
  ['b', 'a', 'True'],
  ['a', 'b', 'False'],
];
/** Mark and streak after each question. */
const MARKS = [
  [
    ['right', 1],
    ['right', 2],
    ['right', 3],
  ],
  [
    ['right', 1],
    ['partly', 0],
    ['wrong', 0],
  ],
  [
    ['wrong', 0],
    ['wrong', 0],
    ['right', 1],
  ],
];

/** @param server with the quick quiz on its shelf */
export const wholeGame = (server: () => { url: string; key: string }) =>
  test('P1 a whole game: players, kinds, standings, podium, results, once more, the end', async ({ onTestFinished }) => {
    const { url, key } = server();
    const connect = () => webSocketTo(url);
    const clients = sampleClients(connect);
    onTestFinished(clients.stop);
    const host = clients.host(key);
    expect(await host.open('quick')).toBeUndefined();
    const told: string[][] = [[], [], []];
    const players = await Promise.all(NAMES.map((called, i) => clients.enter(host, called, noting(connect(), told[i] ?? []))));
    const everybody = (phase: string) => allIn(phase, [host, ...players]);
    const gains: number[][] = players.map(() => []);
    const marks: unknown[][] = players.map(() => []);
    for (const [turn, answers] of SAID.entries()) {
      expect(await host.move(turn === 0 ? 'start' : 'question')).toBeUndefined();
      await everybody('question');
      await pause((host.held.room?.turn?.opensAt ?? 0) - Date.now() + 20);
      for (const [i, player] of players.entries()) {
        const [value = '', share = 0] = answers[i] ?? [];
        expect(await player.answer(value)).toBeUndefined();
        const { room, you } = player.held;
        gains[i]?.push(room?.turn && you?.answer ? pointsFor(room.turn, share, you.answer.at) : Number.NaN);
      }
      // Everybody has answered: it closes before its five seconds.
      await everybody('reveal');
      const { closesAt = 0, opensAt = 0 } = host.held.room?.turn ?? {};
      expect(closesAt - opensAt).toBeLessThan(5000);
      for (const [i, { held }] of players.entries()) marks[i]?.push([held.result?.mark, held.result?.streak]);
      if (turn < 2) expect(await host.move('standings')).toBeUndefined();
    }
    expect(await host.move('podium')).toBeUndefined();
    await everybody('podium');

    const phases = ['question', 'reveal', 'question', 'reveal', 'question', 'reveal', 'podium'];
    expect(told).toEqual([phases, phases, phases]);
    expect(marks).toEqual(MARKS);
    const total = gains.map((own) => own.reduce((sum, gain) => sum + gain));
    const order = [0, 1, 2].sort((a, b) => (total[b] ?? 0) - (total[a] ?? 0));
    const results = players.map(({ held }) => held.result);
    expect(results.map((own) => [own?.points, own?.gained, own?.rank, own?.of])).toEqual(
      total.map((points, i) => [points, gains[i]?.[2], order.indexOf(i) + 1, 3]),
    );
    // The server says of each what they worked out.
    const by = await connectClient(url);
    onTestFinished(by.close);
    for (const { held, storage } of players) {
      const [seat, secret] = [storage.get('address') ?? '', storage.get('secret') ?? ''];
      const { standing } = await by.ask('view', 'nudge', { seat, secret, version: 0 });
      expect({ ...standing, version: 0, about: false }).toEqual({ ...held.result, version: 0 });
    }
    expect(host.held.room?.top?.map(({ name, points }) => [name, points])).toEqual(order.map((i) => [NAMES[i], total[i]]));

    const found = await host.results();
    expect(found.questions.map(({ text, right, skipped }) => [text, right, skipped])).toEqual([
      ['One?', 'b', false],
      ['Two?', 'a + c', false],
      ['Three?', 'False', false],
    ]);
    const rows = found.players.map(({ name, points, answers }) => [
      ...[name, points],
      ...answers.flatMap(({ words, gained }) => [words, gained]),
    ]);
    expect(rows.sort()).toEqual(
      NAMES.map((name, i) => [...[name, total[i]], ...(WORDS[i] ?? []).flatMap((one, question) => [one, gains[i]?.[question]])]),
    );

    expect(await host.move('again')).toBeUndefined();
    await everybody('lobby');
    const again = host.held.room;
    expect([again?.number, again?.firstTurn, again?.top]).toEqual([0, 3, undefined]);
    expect(players.map(({ held: { room, you, result } }) => [room, you?.name, result])).toEqual(
      NAMES.map((name) => [again, name, undefined]),
    );
    // Who comes later has no part in the game before.
    await clients.enter(host, 'Di');
    expect(sorted(await host.results())).toEqual(sorted(found));
    expect(await host.move('start')).toBeUndefined();
    const asked = host.held.room;
    expect([asked?.number, asked?.turn?.number, asked?.asked?.text, asked?.players]).toEqual([1, 3, 'One?', 4]);
    expect(await host.results()).toEqual({ questions: [], players: [] });
    expect(sorted(await host.results(0))).toEqual(sorted(found));
    expect(await host.move('end')).toBeUndefined();
    await Promise.all(players.map((player) => player.until(({ status }) => status === 'closed')));
    expect(await clients.player().join(asked?.pin ?? '', 'Di')).toBe('noRoom');
  });
