// What each request asks of the store, verb by verb: on AWS each is paid for.
import { expect, test } from 'vitest';
import { handlerFixture, KEY, quizOf, token } from './handler-fixture.ts';
import { openedRoom } from './opened-room.ts';

const QUIZ = quizOf(
  ...Array.from({ length: 5 }, (_, i) => ({ kind: 'choice', text: `Number ${i}?`, options: ['a', 'b'], right: 1 })),
);

test('a request asks the store for no more than it needs, after five questions as after one', async () => {
  const here = await handlerFixture({ quiz: QUIZ });
  const game = await openedRoom(here, 'Ann', 'Bo');
  const calls: string[] = [];
  for (const [verb, call] of Object.entries(here.ports.store)) {
    const counted = (...given: unknown[]) => {
      calls.push(verb);
      return Reflect.apply(call, here.ports.store, given);
    };
    Object.assign(here.ports.store, { [verb]: counted });
  }
  const asked = async (what: () => Promise<unknown>) => {
    calls.length = 0;
    await what();
    return calls.join(' ');
  };
  const said = { ...game.seats.Ann! };
  const sync = (connection: string, version: number, rev: number) =>
    here.ask('view', connection, 'sync', { ...said, version, rev });

  expect({
    join: await asked(() => here.join('Cy', game.room().pin)),
    'sync without news': await asked(() => sync('Ann', 99, 99)),
    'way back in': await asked(() => sync('Ann again', 99, 99)),
    clock: await asked(() => here.say('Ann', 'clock', {})),
    lock: await asked(() => game.move('lock')),
    look: await asked(() => game.look()),
    start: await asked(() => game.open('start')),
  }).toEqual({
    join: 'findRoom join room',
    'sync without news': 'seat room',
    'way back in': 'seat claimSeat room',
    clock: '',
    lock: 'room changeRoom',
    look: 'room seats',
    // Who joined meanwhile must hear of a question: the broadcast reads its own.
    start: 'room questions seats changeRoom room seats delivered',
  });

  const answer = () => here.ask('answered', 'Ann', 'answer', { ...said, turn: game.room().turn!.number, answer: '1' });
  const rounds: object[] = [];
  for (const number of [0, 1, 2, 3, 4]) {
    const question = number > 0 ? await asked(() => game.open('question')) : undefined;
    rounds.push({
      ...(question && { question }),
      answer: await asked(answer),
      look: await asked(() => game.look()),
      reveal: await asked(() => game.sealed()),
      'sync with a standing': await asked(() => sync('Ann again', 0, 0)),
    });
  }
  const first = {
    answer: 'recordAnswer',
    look: 'room seats',
    // Each seat once, and nothing that was just written.
    reveal: 'room questions seats changeRoom saveStandings delivered',
    'sync with a standing': 'seat room seatStanding',
  };
  const second = { question: 'room questions seats changeRoom room seats delivered', ...first };
  // Bo and Cy have been silent for two questions: it closes early.
  const third = { ...second, look: 'room seats changeRoom' };
  const later = {
    ...third,
    question: 'room questions seats archiveAnswers changeRoom room seats delivered',
    reveal: 'room questions seats shardStandings changeRoom saveStandings delivered',
  };
  expect(rounds).toEqual([first, second, third, later, later]);
  expect(await asked(() => here.say('host', 'look', { key: KEY, room: token('none') }))).toBe('room');
});
