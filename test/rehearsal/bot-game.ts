// Bots play a whole game and check every message.
import { randomBytes } from 'node:crypto';
import type { Quiz } from '../../game/quiz/quiz.ts';
import { parseQuiz } from '../../game/quiz/quiz.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import type { RoomView } from '../../game/wire/views.ts';
import { type HostClient, hostRoom, pause } from '../support/clients.ts';
import { connectClient, type ProtocolClient } from '../support/protocol-client.ts';
import { pointsFor } from '../support/sample-client/points.ts';
import { placeOf } from '../support/sample-client/rank-table.ts';
import { bringMedia } from './brought-media.ts';
import { editedQuiz } from './edited-quiz.ts';

export function shortQuiz(questions: number): Quiz {
  const asked = Array.from({ length: questions }, (_, i) => ({
    kind: 'choice',
    text: `How many are two and ${i}?`,
    options: [`${i}`, `${i + 2}`, `${i + 4}`, `${i + 6}`],
    right: 2,
    // It closes early; on a busy machine answers take their time.
    seconds: 60,
    reading: 1,
  }));
  const parsed = parseQuiz({ title: 'A rehearsal', language: 'en', questions: asked });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.quiz;
}

export interface BotGame {
  players: number;
  questions: number;
  /** ms each. */
  joins: number[];
  /** From click to each receipt, by question, ms. */
  heard: number[][];
  acknowledged: number[];
  revealed: number[];
  backInSeat: number[];
  /** Most deliveries of one view to a player. */
  told: number;
}

interface BotGameOptions {
  url: string;
  origin: string;
  key: string;
  quiz: { id: string; questions: number };
  players: number;
  random: () => number;
  /** Lambda may deliver an announcement twice. */
  twice?: boolean;
  /** Delays `$disconnect` events while `held`. */
  holdDisconnects?: (held: boolean) => void;
  /** Reply time-out, ms. */
  timeoutMs?: number;
  progress?: (step: string, done: number, of: number) => void;
}

interface Bot {
  name: string;
  line: ProtocolClient;
  seat: string;
  secret: string;
  points: number;
}

/** Awaited later: avoids unhandled rejections until then. */
function listening<T>(promises: Promise<T>[]): Promise<T[]> {
  const all = Promise.all(promises);
  all.catch(() => {});
  return all;
}

const token = () => randomBytes(16).toString('base64url');

async function forAll<T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<void>,
  done = (_n: number) => {},
): Promise<void> {
  let finished = 0;
  const waiting = all.values();
  const worker = async () => {
    for (const one of waiting) {
      await work(one);
      done(++finished);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** @throws at the first wrong, duplicate or missing message */
export async function playBotGame(options: BotGameOptions): Promise<BotGame> {
  const { url, origin, key, quiz, players, random, twice = false, timeoutMs = 25_000, progress = () => {} } = options;
  const { holdDisconnects = () => {} } = options;
  const open = () => connectClient(url, { origin, timeoutMs });
  const game_: BotGame = {
    players,
    questions: quiz.questions,
    joins: [],
    heard: [],
    acknowledged: [],
    revealed: [],
    backInSeat: [],
    told: 0,
  };
  const timed = async <T>(into: number[], what: Promise<T>): Promise<T> => {
    const from = performance.now();
    const result = await what;
    into.push(performance.now() - from);
    return result;
  };
  const must = (is: boolean, what: string) => {
    if (!is) throw new Error(what);
  };

  const stranger = await connectClient(url, { origin: 'https://elsewhere.example' }).catch(String);
  must(String(stranger).includes('403'), 'a page of somebody else was let in');
  const stage = await open();
  stage.sendRaw('this is no frame');
  await stage.waitFor('refused', ({ code }) => code === 'badFrame');
  const shelf = await stage.ask('shelf', 'shelf', { key });
  must(
    shelf.quizzes.some(({ id }) => id === quiz.id),
    'the shelf has no such quiz',
  );
  const second = await open();
  const player = await open();
  const picture = await bringMedia(stage, key, url, 'image/png', must);
  const sound = await bringMedia(stage, key, url, 'audio/wav', must);
  await editedQuiz({ page: stage, other: second, player, key, picture, sound, must });
  for (const line of [second, player]) line.close();
  const film = await stage.say('ticket', { key, hash: 'a'.repeat(64), media: 'video/mp4', size: 60_000_000 });
  must(film.type === 'refused' && film.code === 'mediaLarge', 'a film that is too large was let in');
  const game: HostClient = await hostRoom(stage, key, { quiz: quiz.id });
  await game.look({ names: 20 });

  const bots: Bot[] = [];
  const join = async (name: string): Promise<Bot> => {
    const line = await open();
    await line.ask('clock', 'clock', {});
    const secret = token();
    const { you } = await timed(game_.joins, line.ask('view', 'join', { pin: game.pin, name, seat: token(), secret }));
    return { name, line, seat: you!.address, secret, points: 0 };
  };
  // Nobody else is there yet, so it does not matter how long ago this was.
  const flood = await join('Flood');
  await game.line.ask('stage', 'undo', { key, room: game.id, seconds: 600 });
  await flood.line.waitFor('refused', ({ code }) => code === 'noSeat');
  flood.line.close();
  const names = Array.from({ length: players }, (_, i) => `Player ${i}`);
  await forAll(
    names,
    20,
    async (name) => void bots.push(await join(name)),
    (n) => progress('joining', n, players),
  );
  const comeBack = async (bot: Bot) => {
    bot.line.close();
    await bot.line.closed;
    const line = await open();
    const { seat, secret } = bot;
    const { you, standing } = await timed(game_.backInSeat, line.ask('view', 'sync', { seat, secret }));
    must(you!.name === bot.name, 'somebody came back to another seat');
    bot.line = line;
    return standing;
  };
  const [first] = bots as [Bot];

  await first.line.ask('view', 'rename', { seat: first.seat, secret: first.secret, name: 'Renamed' });
  first.name = 'Renamed';
  const passing = await join('Passing');
  await passing.line.ask('left', 'leave', { seat: passing.seat, secret: passing.secret });
  passing.line.close();
  await game.line.ask('stage', 'renamePlayer', { key, room: game.id, seat: first.seat, name: 'Called' });
  await first.line.waitFor('view', ({ you }) => you?.name === 'Called');
  first.name = 'Called';
  const unwanted = await join('Unwanted');
  await game.line.ask('stage', 'remove', { key, room: game.id, seat: unwanted.seat });
  await unwanted.line.waitFor('refused', ({ code }) => code === 'removed');
  await game.move('lock');
  const late = await open();
  const refused = await late.say('join', { pin: game.pin, name: 'Late', seat: token(), secret: token() });
  must(refused.type === 'refused' && refused.code === 'locked', `a locked room let somebody in: ${JSON.stringify(refused)}`);
  late.close();
  unwanted.line.close();
  await game.move('unlock');
  // Disconnects take time to be noticed.
  const connected = async (many: number) => {
    for (const until = Date.now() + timeoutMs; (await game.look()).stage!.connected !== many; await pause(100))
      must(Date.now() < until, `the host does not see that ${many} are connected`);
  };
  await connected(players);
  first.line.close();
  await connected(players - 1);
  await comeBack(first);

  for (let number = 0; number < quiz.questions; number++) {
    const asked = performance.now();
    const heard: number[] = [];
    const told = listening(
      bots.map(async ({ line }) => {
        await line.waitFor('view', ({ room }) => room?.phase === 'question' && room.turn!.number === number);
        heard.push(performance.now() - asked);
        progress(`question ${number + 1}: told`, heard.length, players);
      }),
    );
    const turn = (await game.move(number === 0 ? 'start' : 'question')).turn!;
    await told;
    game_.heard.push(heard);
    // A tenth of them, at least one, reconnect.
    await Promise.all(bots.filter((_, i) => i % 10 === number % 10).map(comeBack));
    let answered = 0;
    await game.opened();
    const looking = listening([game.until('reveal')]);
    await Promise.all(
      bots.map(async (bot) => {
        await pause(turn.opensAt - Date.now() + 50 + random() * 2000);
        const value = random() < 0.6 ? '2' : '1';
        const { seat, secret } = bot;
        const { answer } = await timed(
          game_.acknowledged,
          bot.line.ask('answered', 'answer', { seat, secret, turn: number, answer: value }),
        );
        must(answer.value === value, 'another answer was recorded than was given');
        bot.points += pointsFor(turn, value === '2' ? 1 : 0, answer.at);
        progress(`question ${number + 1}: answered`, ++answered, players);
      }),
    );
    await looking;
    const revealed = performance.now();
    const tables = await Promise.all(
      bots.map(async ({ line }) => {
        const { room } = await line.waitFor('view', ({ room }) => room?.phase === 'reveal' && room.turn!.number === number);
        game_.revealed.push(performance.now() - revealed);
        return room!.ranks!;
      }),
    );
    for (const [i, table] of tables.entries()) {
      const { points } = bots[i]!;
      const better = bots.filter((bot) => bot.points > points).length;
      const { rank, of } = placeOf(points, table);
      must(rank === better + 1, `${points} points, rank ${rank} of ${of}: should be rank ${better + 1}`);
    }
    if (number < quiz.questions - 1) await game.move('standings');
  }

  game.line.close();
  await first.line.ask('view', 'nudge', { seat: first.seat, secret: first.secret, version: game.room.version });
  const back: HostClient = await hostRoom(await open(), key, { id: game.id });
  must(back.room.phase === 'reveal', `the host came back to ${back.room.phase}`);
  const standing = await comeBack(first);
  must(standing?.points === first.points, `somebody who came back has ${standing?.points} points, not ${first.points}`);
  // A player whose lost connection is not yet noticed.
  const ghost = await join('Ghost');
  holdDisconnects(true);
  ghost.line.close();
  await ghost.line.closed;
  await back.move('podium');
  await Promise.all(bots.map(({ line }) => line.waitFor('view', ({ room }) => room?.phase === 'podium')));
  // Announced already: a removed seat is not.
  await back.line.ask('stage', 'remove', { key, room: game.id, seat: ghost.seat });
  holdDisconnects(false);
  await compareResults(back, bots, must);
  game_.told = Math.max(...bots.map((bot) => timesTold(bot, twice ? 2 : 1, must)));
  await back.move('end');
  await Promise.all(bots.map(({ line }) => line.waitFor('view', ({ room }) => room?.phase === 'closed')));
  for (const { line } of [...bots, back]) line.close();
  progress('done', 1, 1);
  return game_;
}

/** Compares all results with the bots' own points. */
async function compareResults(game: HostClient, bots: readonly Bot[], must: (is: boolean, what: string) => void): Promise<void> {
  const { players } = await game.results();
  const found = new Map(players.map(({ name, points }) => [name, points]));
  for (const { name, points } of bots)
    must(found.get(name) === points, `the results say ${found.get(name)} of ${name}, who has ${points}`);
  must(found.size === bots.length, `the results have ${found.size} players of ${bots.length}`);
}

/** Most deliveries of one view. @throws above `most` */
function timesTold({ line, name }: Bot, most: number, must: (is: boolean, what: string) => void): number {
  const versions = line.received
    .map((text) => JSON.parse(text) as Frame)
    .flatMap((frame) => (frame.type === 'view' && frame.re === undefined ? [(frame.room as RoomView).version] : []));
  const times = new Map<number, number>();
  for (const version of versions) times.set(version, (times.get(version) ?? 0) + 1);
  for (const [version, many] of times) must(many <= most, `${name} was told version ${version} ${many} times`);
  return Math.max(...times.values());
}
