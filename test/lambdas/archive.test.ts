// Answers leave their seats round by round; nothing that follows from them may show it.
import { expect, test } from 'vitest';
import { isRefusal } from '../../game/refusals.ts';
import type { ResultLine } from '../../game/scoring/results.ts';
import { countGames, playedIn, resultPlayer } from '../../game/scoring/results.ts';
import { standings } from '../../game/scoring/standings.ts';
import { type Answer, parseAddress, type Seat } from '../../game/seats/seat.ts';
import { seeded } from '../support/fake-environment.ts';
import { handlerFixture, KEY, quizOf } from './handler-fixture.ts';
import { openedRoom } from './opened-room.ts';

const QUIZ = quizOf(
  ...Array.from({ length: 9 }, (_, i) =>
    i % 4 === 3
      ? { kind: 'poll', text: `Which, ${i}?`, options: ['a', 'b'], seconds: 10, reading: 5 }
      : { kind: 'choice', text: `What is ${i}?`, options: ['a', 'b'], right: 1 + (i % 2), seconds: 10, reading: 5 },
  ),
);

/** A game that can be asked what should follow from all that was acknowledged. */
async function archivedGame(names: string[], shards = 2) {
  const here = await handlerFixture({ quiz: QUIZ, shards });
  const game = await openedRoom(here, ...names);
  const { store } = here.ports;
  const acknowledged = new Map<string, Record<number, Answer>>();
  const note = (name: string, turn: number, answer: Answer) =>
    acknowledged.set(name, { ...acknowledged.get(name), [turn]: answer });
  const seats = async (): Promise<Seat[]> => {
    const all = await Promise.all(Array.from({ length: shards }, (_, shard) => store.seats(game.id, shard, { fresh: true })));
    return all.flat().map((seat) => ({ ...seat, answers: acknowledged.get(seat.name) ?? {} }));
  };
  const room = async () => (await store.room(game.id))!;
  return {
    here,
    game,
    store,
    room,
    async answer(name: string, value: string) {
      const { answer, turn } = await game.answer(name, value);
      note(name, turn, answer);
    },
    /** Received in time, stored only now. */
    async storedLate(name: string, turn: number, value: string) {
      const { seat, secret } = game.seats[name]!;
      const at = (await room()).turns[turn]!.opensAt + 100;
      if ((await seats()).some((seat) => seat.name === name && seat.joinedAt > at)) return false;
      const answer = { value, at };
      const done = await store.recordAnswer(parseAddress(seat), await here.ports.hash(secret), turn, answer);
      if (isRefusal(done) || done.result !== 'recorded') return false;
      note(name, turn, answer);
      return true;
    },
    /** Every player's standing, as told and as it follows from all answers. */
    async compared() {
      const at = await room();
      const { own } = standings(at, QUIZ, await seats(), at.version);
      const rows: [string, unknown, unknown][] = [];
      for (const seat of await seats()) {
        if (seat.removed) continue;
        const { standing } = await here.ask('view', seat.name, 'sync', { ...game.seats[seat.name]!, version: 0, rev: 0 });
        const due = own.get(seat.id);
        rows.push([seat.name, standing, due && JSON.parse(JSON.stringify(due))]);
      }
      return { told: rows.map(([name, told]) => [name, told]), due: rows.map(([name, , due]) => [name, due]) };
    },
    /** Results of all games, as told and as they follow from all answers. */
    async comparedResults() {
      const at = await room();
      const told: ResultLine[] = [];
      const due: ResultLine[] = [];
      for (let number = 0; number < countGames(at); number++) {
        const { lines } = await here.ask('results', 'host', 'results', { key: KEY, room: game.id, game: number });
        told.push(...lines.filter(({ line }) => line === 'player'));
        const playing = (await seats())
          .filter((seat) => !seat.removed)
          .sort((a, b) => a.shard - b.shard || (a.id < b.id ? -1 : 1));
        const partners = playing.filter((seat) => playedIn(at, seat, number));
        due.push(...partners.map((seat) => resultPlayer(at, QUIZ, seat, number)));
      }
      return { told, due };
    },
  };
}

test('N7 whoever joins again after their join was taken back has no points from before', async () => {
  const { here, game, answer } = await archivedGame(['Ann', 'Bo']);
  const play = async (move: 'start' | 'question', value: string) => {
    await game.open(move);
    for (const name of ['Ann', 'Bo']) await answer(name, value);
    await game.sealed();
  };
  await play('start', '1');
  for (const value of ['2', '1', '1', '1']) await play('question', value);
  await here.say('host', 'undo', { key: KEY, room: game.id, seconds: 600 });
  for (const name of ['Ann', 'Bo']) game.seats[name] = await here.join(name, game.room().pin);
  here.now += 1000;
  await game.open('question');
  await answer('Ann', '2');
  await game.sealed();
  const points = async () => {
    const view = await here.ask('view', 'Ann', 'sync', { ...game.seats.Ann!, version: 0, rev: 0 });
    return view.standing?.points;
  };
  const revealed = await points();
  await game.move('podium');
  const { lines } = await here.ask('results', 'host', 'results', { key: KEY, room: game.id });
  const results = lines.flatMap((line) => (line.line === 'player' ? [line.points] : []));
  expect([revealed, await points(), results.toSorted()]).toEqual([1000, 1000, [0, 1000]]);
});

test('an answer to a turn is refused once three others have followed and the player has answered the last', async () => {
  const { here, game, answer } = await archivedGame(['Ann']);
  await game.open();
  for (let turn = 1; turn < 4; turn++) {
    await game.sealed();
    await game.open('question');
  }
  const say = () => here.say('Ann', 'answer', { ...game.seats.Ann!, turn: 0, answer: '1' });
  expect((await say()).type).toBe('answered');
  await answer('Ann', '1');
  expect(await say()).toMatchObject({ type: 'refused', code: 'notNow' });
});

test('a round is asked only when the one three before is archived', async () => {
  const { here, game, answer, store, compared, comparedResults } = await archivedGame(['Ann', 'Bo']);
  for (const move of ['start', 'question', 'question'] as const) {
    await game.open(move);
    for (const name of ['Ann', 'Bo']) await answer(name, '1');
    await game.sealed();
  }
  const { archiveAnswers } = store;
  store.archiveAnswers = async () => {
    throw new Error('gone');
  };
  await expect(game.move('question')).rejects.toThrow('gone');
  expect(game.room().phase).toBe('reveal');
  store.archiveAnswers = async (...archive) => {
    await archiveAnswers(...archive);
    throw new Error('gone');
  };
  await expect(game.move('question')).rejects.toThrow('gone');
  store.archiveAnswers = archiveAnswers;
  await game.open('question');
  await answer('Ann', '1');
  await game.sealed();
  const { told, due } = await compared();
  expect(told).toEqual(due);
  await game.move('podium');
  const results = await comparedResults();
  expect([results.told, here.now > 0]).toEqual([results.due, true]);
});

test('results and lost standings miss nothing when the next round takes places while they are read', async () => {
  const { here, game, answer, store } = await archivedGame(['Ann', 'Bo'], 1);
  for (const [turn, value] of ['1', '2', '1'].entries()) {
    await game.open(turn === 0 ? 'start' : 'question');
    await answer('Ann', value);
    await game.sealed();
  }
  const { seats, seatStanding } = store;
  /** The room moves on after it was read, and before the seats are. */
  const movingOn = async <T>(read: () => Promise<T>): Promise<T> => {
    store.seats = async (...of) => {
      store.seats = seats;
      store.seatStanding = seatStanding;
      await game.open('question');
      await answer('Ann', '1');
      return seats(...of);
    };
    return read();
  };
  const { lines } = await movingOn(() => here.ask('results', 'host', 'results', { key: KEY, room: game.id }));
  expect(lines.flatMap((line) => (line.line === 'player' && line.name === 'Ann' ? [line.points] : []))).toEqual([3000]);
  await game.sealed();
  store.seatStanding = async () => 'lost';
  const { standing } = await movingOn(() => here.ask('view', 'Ann', 'sync', { ...game.seats.Ann!, version: 0, rev: 0 }));
  expect(standing).toMatchObject({ turn: 3, points: 3000 });
});

test('in any game every standing and result follows from all that was acknowledged: skipped rounds, late answers, crashes, removals, games again', async () => {
  const met = { skipped: 0, late: 0, reveals: 0, crashes: 0, again: 0, removed: 0, joined: 0 };
  for (let seed = 1; seed <= 15; seed++) {
    const random = seeded(seed);
    const chance = (of: number) => random() < of;
    const names = Array.from({ length: 8 }, (_, i) => `P${i}`);
    const played = await archivedGame(names);
    const { game, here, store } = played;
    const { saveStandings, archiveAnswers } = store;
    const crash = async (what: () => Promise<unknown>) => {
      met.crashes++;
      await expect(what()).rejects.toThrow('gone');
      store.saveStandings = saveStandings;
      store.archiveAnswers = archiveAnswers;
    };
    const gone = async () => {
      throw new Error('gone');
    };
    for (let step = 0; step < 60; step++) {
      if (chance(0.03) && names.length > 3) {
        const [name = ''] = names.splice(Math.floor(random() * names.length), 1);
        await here.say('host', 'remove', { key: KEY, room: game.id, seat: game.seats[name]!.seat });
        met.removed++;
      }
      if (chance(0.03)) {
        names.push(`Q${step}`);
        game.seats[`Q${step}`] = await here.join(`Q${step}`, game.room().pin);
        met.joined++;
      }
      const { phase, turn } = game.room();
      const number = turn?.number ?? -1;
      if (phase === 'lobby') await game.move('start');
      else if (phase === 'question') {
        if (chance(0.25)) {
          met.skipped++;
          await game.move('skip');
          continue;
        }
        here.now = turn!.opensAt + Math.floor(random() * 5000);
        for (const name of names) if (chance(0.7)) await played.answer(name, String(1 + Math.floor(random() * 2)));
        here.now = turn!.sealsAt + 500;
        if (chance(0.15)) {
          store.saveStandings = gone;
          await crash(() => game.look());
          const isRepeated = chance(0.5);
          if (isRepeated) here.now += 3001;
          await game.look();
          if (!isRepeated) continue;
        } else await game.sealed();
      } else if (phase === 'podium') {
        const { told, due } = await played.comparedResults();
        expect({ seed, step, results: told }).toEqual({ seed, step, results: due });
        met.again++;
        await game.move('again');
        continue;
      } else {
        for (const name of names)
          for (const turn of [number - 1, number])
            if (turn >= 0 && chance(0.1) && (await played.storedLate(name, turn, '1'))) met.late++;
        const next = chance(0.1) || game.room().number === QUIZ.questions.length ? 'podium' : 'question';
        if (next === 'question' && number >= 2 && chance(0.1)) {
          store.archiveAnswers = gone;
          await game.move('question').catch(() => met.crashes++);
          store.archiveAnswers = archiveAnswers;
          if (game.room().phase === 'question') continue;
        }
        await game.move(next);
      }
      const after = game.room().phase;
      if (after !== 'reveal' && after !== 'podium') continue;
      met.reveals++;
      const { told, due } = await played.compared();
      expect({ seed, step, standings: told }).toEqual({ seed, step, standings: due });
    }
  }
  expect(Object.entries(met).filter(([, times]) => times < 10)).toEqual([]);
});
