// What was acknowledged survives `kill -9`: answers, and saved questions.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { QUICK } from '../local/fixture.ts';
import type { Host } from '../support/sample-client/host.ts';
import type { Player } from '../support/sample-client/player.ts';
import { webSocketTo } from '../support/sample-client/web-socket.ts';
import { allIn, inPhase, sampleClients } from '../support/sample-clients.ts';
import { editUnderFaults } from './edit-under-faults.ts';
import { faultPlan } from './fault-plan.ts';
import { killableServer } from './killable-server.ts';

const data = mkdtempSync(join(tmpdir(), 'quizcast-'));
const quizFile = join(data, 'quick.json');
let server: Awaited<ReturnType<typeof killableServer>>;

beforeAll(async () => {
  writeFileSync(quizFile, JSON.stringify(QUICK.quiz));
  server = await killableServer(data, quizFile);
});
afterAll(async () => {
  clients.stop();
  await server.kill();
  rmSync(data, { recursive: true });
});

const clients = sampleClients(() => webSocketTo(server.url));
const newHost = () => clients.host(server.key());
async function hosted(): Promise<Host> {
  const host = newHost();
  expect(await host.open('quick')).toBeUndefined();
  return host;
}
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, ms)));
const opened = ({ held }: Player) => pause((held.room?.turn?.opensAt ?? 0) - Date.now() + 20);
/** As the results have them, by name: each player's points, and what was answered after how many seconds. */
async function recorded(host: Host) {
  const { players } = await host.results();
  return new Map(
    players.map(({ name, points, answers }) => [name, { points, said: answers.map(({ words, seconds }) => [words, seconds]) }]),
  );
}

test('killed in every phase, the game goes on where it was, and every acknowledged answer counts', {
  timeout: 120_000,
}, async () => {
  let host = await hosted();
  let players = [await clients.enter(host, 'Ann'), await clients.enter(host, 'Bo')];
  const said: [string, number][][] = [[], []];
  const answer = async (who: number, value: string, words: string) => {
    expect(await players[who]?.answer(value)).toBeUndefined();
    const { room, you } = players[who]?.held ?? {};
    said[who]?.push([words, ((you?.answer?.at ?? 0) - (room?.turn?.opensAt ?? 0)) / 1000]);
  };
  const everybody = (phase: string) => allIn(phase, [host, ...players]);
  const move = async (to: string, phase: string) => {
    expect(await host.move(to)).toBeUndefined();
    await everybody(phase);
  };

  const phases: (string | undefined)[] = [];
  /** Everybody comes back with what their devices kept, and hears what they knew. */
  const kill = async () => {
    const seats = () => players.map(({ held: { you } }) => you);
    // After a slow restart an answer is late: `none` in the standing told before it came (PROTOCOL 4).
    const results = () =>
      players.map(({ held: { result } }) => result && { ...result, mark: result.mark === 'late' ? 'none' : result.mark });
    const [{ id = '', room }, you, result] = [{ ...host.held }, seats(), results()];
    for (const one of [host, ...players]) one.stop();
    await server.kill();
    await server.start();
    host = newHost();
    expect(await host.goOn(id)).toBeUndefined();
    players = players.map(({ storage }) => clients.player(storage));
    await Promise.all(players.map((player) => player.until(({ held }) => held.you !== undefined)));
    phases.push(room?.phase);
    expect(seats()).toEqual(you);
    // A slow restart may outlast the seal.
    if (room?.phase === 'question' && [host, ...players].some(inPhase('reveal')))
      expect(Date.now()).toBeGreaterThan(room.turn?.sealsAt ?? 0);
    else expect([host.held.room, results()]).toEqual([room, result]);
  };

  await kill();
  await move('start', 'question');
  await kill();
  await Promise.all(players.map(opened));
  await answer(0, '2', 'b');
  await kill();
  await answer(1, '2', 'b');
  await host.until(({ held }) => (held.room?.turn?.closesAt ?? Number.POSITIVE_INFINITY) <= Date.now());
  await kill();
  await everybody('reveal');
  await kill();
  await move('standings', 'standings');
  await kill();
  await move('question', 'question');
  await Promise.all(players.map(opened));
  await answer(0, '1,3', 'a + c');
  await answer(1, '1', 'a');
  await everybody('reveal');
  await move('podium', 'podium');
  await kill();

  expect(phases).toEqual(['lobby', ...Array(3).fill('question'), 'reveal', 'standings', 'podium']);
  const due = players.map(({ held: { you, result } }, i) => [you?.name, { points: result?.points, said: said[i] }] as const);
  expect(await recorded(host)).toEqual(new Map(due));
});

test('killed in the middle of 200 answers, all that were acknowledged stay, and the others come through', {
  timeout: 240_000,
}, async () => {
  const host = await hosted();
  const players: Player[] = [];
  for (let i = 0; i < 200; i++) players.push(await clients.enter(host, `Player ${i}`));
  await host.move('start');
  await allIn('question', players);
  const { opensAt = 0 } = host.held.room?.turn ?? {};
  await pause(opensAt - Date.now() + 20);
  const acknowledged = new Map<string, number>();
  const killing = Promise.withResolvers<void>();
  const answers = players.map(async (player, i) => {
    // The last 50 are said while nobody hears.
    await (i < 150 ? pause(i / 4) : killing.promise);
    expect(await player.answer('2')).toBeUndefined();
    const { name, answer } = player.held.you ?? { name: '' };
    acknowledged.set(name, ((answer?.at ?? Number.NaN) - opensAt) / 1000);
    if (acknowledged.size !== 60) return;
    const killed = server.kill();
    killing.resolve(killed);
  });
  await killing.promise;
  expect(acknowledged.size).toBeLessThan(200);
  await server.start();
  await Promise.all(answers);
  await host.until(inPhase('reveal'));
  const said = [...(await recorded(host))].map(([name, row]) => [name, row.said] as const);
  expect(new Map(said)).toEqual(new Map([...acknowledged].map(([name, seconds]) => [name, [['b', seconds]]])));
});

test('killed while two hosts edit one quiz, nothing that was typed is lost, and nothing that was saved is torn', async () => {
  const plan = faultPlan(1);
  plan.clear();
  const editing = editUnderFaults({ port: server.port, key: server.key(), plan });
  for (const saved of [2, 6, 12]) {
    await expect.poll(editing.saves, { interval: 1 }).toBeGreaterThan(saved);
    await server.kill();
    await server.start();
  }
  await editing.finish();
  await editing.close();
});
