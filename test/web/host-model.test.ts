import { describe, expect, test } from 'vitest';
import type { RefusalCode } from '../../game/refusals.ts';
import type { ResultLine } from '../../game/scoring/results.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import type { HostView, RoomView } from '../../game/wire/views.ts';
import { createHostModel } from '../../web/host/host-model.ts';
import { type FakeOptions, type FakeSocket, fakeEnvironment, memoryStorage, serverTime } from '../support/fake-environment.ts';

type Said = Record<string, unknown> & { action: string };

const KEY = 'k'.repeat(22);
const ROOM = 'room0001';
const lobby: RoomView = {
  version: 1,
  phase: 'lobby',
  pin: '123456',
  title: 'Seas',
  language: 'en',
  number: 0,
  of: 2,
  firstTurn: 0,
  kinds: ['choice'],
  players: 0,
  locked: false,
  speed: true,
};
const empty: HostView = {
  players: 2,
  connected: 2,
  answered: 0,
  waiting: 0,
  games: 0,
  names: [],
  tallied: { turn: -1, answered: 0, waiting: 0, at: 0 },
};
const quizzes = [{ id: 'seas', title: 'Seas', language: 'en', questions: 2 }];
const join: string | undefined = '192.168.1.5:4000';
const row = { room: ROOM, pin: '123456', title: 'Seas', language: 'en', phase: 'lobby', number: 0, of: 2, players: 2, games: 0 };

/** Two quizzes a frame. */
function shelfFrame(state: { rooms: (typeof row)[]; quizzes: typeof quizzes; join?: string | undefined }, after: unknown): Frame {
  const left = state.quizzes.filter(({ id }) => id > String(after));
  const listed = left.slice(0, 2);
  const next = listed.length < left.length ? listed.at(-1)?.id : undefined;
  return { type: 'shelf', quizzes: listed, rooms: after ? [] : state.rooms, next, join: state.join };
}

/** A host's page and a fake server. */
function hosting(options: FakeOptions = {}, open = [row]) {
  const received: Said[] = [];
  const refuse: Partial<Record<string, RefusalCode>> = {};
  const state = { room: lobby, rooms: open, quizzes, host: empty, join };
  const reply = (message: Said): Frame => {
    const code = refuse[message.action];
    if (code) return { type: 'refused', code, text: '' };
    switch (message.action) {
      case 'shelf':
        return shelfFrame(state, message.after);
      case 'look':
        return { type: 'stage', id: ROOM, room: state.room, stage: state.host, lookIn: 500 };
      case 'move':
        state.room = { ...state.room, version: state.room.version + 1, locked: message.move === 'lock' };
        return { type: 'stage', id: ROOM, room: state.room };
      case 'results': {
        const cursor = Number(message.cursor);
        const lines: ResultLine[] = [{ line: 'player', name: `P${cursor}`, points: cursor, answers: [] }];
        return { type: 'results', lines, next: cursor < 1 ? cursor + 1 : null };
      }
      case 'open':
        return { type: 'stage', id: ROOM, room: state.room };
      default:
        return { type: 'clock' };
    }
  };
  const environment = fakeEnvironment({
    path: '/host',
    hash: `#${KEY}`,
    ...options,
    connected: (socket: FakeSocket, environment) => {
      environment.later(10, () => socket.open());
      socket.hear = (message) =>
        environment.later(10, () => {
          if (message.action !== 'clock') received.push(message as Said);
          const t = serverTime(environment);
          const frame = { ...reply(message as Said), re: message.id, t1: t, t2: t };
          environment.later(10, () => socket.say(frame));
        });
    },
  });
  const model = createHostModel(environment);
  const said = () => received.map(({ action }) => action);
  return { environment, model, received, said, refuse, state };
}

async function inRoom(options: FakeOptions = {}) {
  const all = hosting(options);
  all.model.enter(ROOM);
  await all.environment.pass(200);
  return all;
}

describe('the way in', () => {
  test('without a key nothing is sent', () => {
    const { model, environment } = hosting({ hash: '' });
    expect([model.status.value, environment.sockets.length]).toEqual(['noKey', 0]);
  });

  test('the key of the link opens the library, is remembered, and leaves the address bar', async () => {
    const storage = memoryStorage();
    const first = hosting({ storage });
    await first.environment.pass(200);
    const again = hosting({ storage, hash: '' });
    await again.environment.pass(200);
    expect([first.model.status.value, first.model.library.value, first.environment.path, again.model.status.value]).toEqual([
      'shelf',
      { quizzes, rooms: [row] },
      '/host',
      'shelf',
    ]);
  });

  test('a library larger than a frame is shown whole', async () => {
    const { environment, model, state } = hosting();
    state.quizzes = ['bays', 'capes', 'gulfs', 'lakes', 'seas'].map((id) => ({ ...quizzes[0]!, id }));
    await environment.pass(200);
    expect(model.library.value).toEqual({ quizzes: state.quizzes, rooms: [row] });
  });

  test('the key of the link wins over the remembered one', async () => {
    const storage = memoryStorage();
    await hosting({ storage }).environment.pass(200);
    const { environment, received } = hosting({ storage, hash: `#${'z'.repeat(22)}` });
    await environment.pass(200);
    expect(received[0]!.key).toBe('z'.repeat(22));
  });

  test('a wrong key is shown as such and forgotten', async () => {
    const storage = memoryStorage();
    const { environment, model, refuse } = hosting({ storage });
    refuse.shelf = 'notHost';
    await environment.pass(200);
    expect([model.status.value, model.refusal.value?.code, hosting({ storage, hash: '' }).model.status.value]).toEqual([
      'noKey',
      'notHost',
      'noKey',
    ]);
  });

  test('a reload goes on hosting the room, but not one that is gone', async () => {
    const storage = memoryStorage();
    await inRoom({ storage });
    const back = hosting({ storage });
    await back.environment.pass(200);
    const gone = hosting({ storage }, []);
    await gone.environment.pass(200);
    expect([back.model.status.value, back.model.room.value, gone.model.status.value]).toEqual(['in', lobby, 'shelf']);
  });

  test('opening a quiz leads into its room', async () => {
    const { environment, model, received } = hosting();
    await environment.pass(200);
    model.setSpeed(false);
    model.open('seas', false);
    const busy = model.busy.value;
    await environment.pass(25);
    const { id: _, ...said } = received.find(({ action }) => action === 'open')!;
    await environment.pass(200);
    expect([said, busy, model.busy.value, model.status.value]).toEqual([
      { action: 'open', key: KEY, quiz: 'seas', own: false, speed: false },
      true,
      false,
      'in',
    ]);
  });

  test('going back fetches the library again, and a reload stays there', async () => {
    const storage = memoryStorage();
    const { environment, model, said } = await inRoom({ storage });
    model.toLibrary();
    await environment.pass(2000);
    const again = hosting({ storage });
    await again.environment.pass(200);
    expect([model.status.value, model.room.value, said().at(-1), again.model.status.value]).toEqual([
      'shelf',
      undefined,
      'shelf',
      'shelf',
    ]);
  });
});

describe('in a room', () => {
  test('it polls as often as the server says, one poll after the other', async () => {
    const { environment, said } = await inRoom();
    const before = said().length;
    await environment.pass(5200);
    expect(said().length - before).toBe(10);
  });

  test('each poll says what the page has', async () => {
    const { environment, model, received } = await inRoom();
    model.wantNames(300);
    await environment.pass(200);
    const { id: _, ...said } = received.at(-1)!;
    expect(said).toEqual({ action: 'look', key: KEY, room: ROOM, version: 1, names: 200, tallied: empty.tallied });
  });

  test('a move names the version that the page saw, and one press is one move', async () => {
    const { environment, model, received } = await inRoom();
    model.move('lock');
    model.move('lock');
    await environment.pass(300);
    const moves = received.filter(({ action }) => action === 'move').map(({ version, move }) => ({ version, move }));
    expect([moves, model.room.value]).toEqual([[{ version: 1, move: 'lock' }], { ...lobby, version: 2, locked: true }]);
  });

  test('a move that came too late is not an error: the room is shown as it is', async () => {
    const { environment, model, refuse, state } = await inRoom();
    refuse.move = 'conflict';
    state.room = { ...lobby, version: 7, locked: true };
    model.move('start');
    await environment.pass(200);
    expect([model.refusal.value, model.busy.value, model.room.value]).toEqual([undefined, false, state.room]);
  });

  test('a refused move is shown', async () => {
    const { environment, model, refuse } = await inRoom();
    refuse.move = 'noPlayers';
    model.move('start');
    await environment.pass(200);
    expect([model.refusal.value, model.status.value]).toEqual([{ code: 'noPlayers', suggestion: undefined }, 'in']);
  });

  test('another page takes it over, until it is taken back over a new connection', async () => {
    const { environment, model, said } = await inRoom();
    environment.sockets[0]!.say({ type: 'refused', code: 'hostTaken', text: '' });
    await environment.pass(200);
    const looks = said().length;
    await environment.pass(60_000);
    const silent = said().length === looks;
    const taken = model.status.value;
    model.hostHere();
    await environment.pass(200);
    expect([taken, silent, model.status.value, environment.sockets.length]).toEqual(['taken', true, 'in', 2]);
  });

  test('after a lost connection the room is claimed before anything else is sent', async () => {
    const { environment, model } = await inRoom();
    environment.sockets[0]!.breakDown();
    const lost = model.connectionStatus.value;
    await environment.pass(1000);
    expect([lost, model.connectionStatus.value, environment.sockets[1]!.said[0]!.action]).toEqual(['lost', 'open', 'look']);
  });

  test('a room that is gone leads to the library and says so', async () => {
    const { environment, model, refuse } = await inRoom();
    refuse.look = 'noRoom';
    await environment.pass(1000);
    expect([model.status.value, model.refusal.value?.code]).toEqual(['shelf', 'noRoom']);
  });

  test('a closed room stays in view and is polled no longer', async () => {
    const storage = memoryStorage();
    const { environment, model, state, said } = await inRoom({ storage });
    state.room = { ...lobby, version: 9, phase: 'closed' };
    await environment.pass(1000);
    const looks = said().length;
    await environment.pass(10_000);
    const again = hosting({ storage });
    await again.environment.pass(200);
    expect([model.status.value, model.room.value?.phase, said().length - looks, again.model.status.value]).toEqual([
      'in',
      'closed',
      0,
      'shelf',
    ]);
  });

  test('results are fetched page by page', async () => {
    const { environment, model } = await inRoom();
    const shares: number[] = [];
    const results = model.results({ players: 2 }, (share) => shares.push(share));
    await environment.pass(1000);
    expect([(await results).players.map(({ name, rank }) => [name, rank]), shares]).toEqual([
      [
        ['P1', 1],
        ['P0', 2],
      ],
      [0.5, 1],
    ]);
  });

  test('the main button follows the room and the clock', async () => {
    const { environment, model, state } = await inRoom();
    const seen = [model.nextMove.value];
    const at = serverTime(environment);
    const turn = { number: 0, announcedAt: at, showsAt: at, opensAt: at + 5000, closesAt: at + 25_000, sealsAt: at + 26_000 };
    const question = { ...lobby, number: 1, turn: { ...turn, seconds: 20, points: 1000 } };
    state.room = { ...question, version: 2, phase: 'question' };
    for (const ms of [1000, 5000, 20_000]) {
      await environment.pass(ms);
      seen.push(model.nextMove.value);
    }
    for (const [phase, number] of [
      ['reveal', 1],
      ['standings', 1],
      ['reveal', 2],
      ['podium', 2],
    ] as const) {
      state.room = { ...question, version: state.room.version + 1, phase, number };
      await environment.pass(1000);
      seen.push(model.nextMove.value);
    }
    expect(seen).toEqual(['start', undefined, 'close', undefined, 'standings', 'question', 'podium', 'again']);
  });
});

test('a lobby to which nobody comes for a minute says why that may be, until somebody comes', async () => {
  const { environment, model, state } = hosting();
  await environment.pass(200);
  model.enter(ROOM);
  await environment.pass(61_000);
  expect(model.phonesAreMissing.value).toBe(false);
  state.host = { ...empty, players: 0 };
  await environment.pass(58_000);
  const before = model.phonesAreMissing.value;
  await environment.pass(4000);
  expect([before, model.phonesAreMissing.value]).toEqual([false, true]);
  state.host = { ...empty, players: 1 };
  await environment.pass(1000);
  expect(model.phonesAreMissing.value).toBe(false);
});

test('where a server names no address of its network, as on AWS, nothing is said of networks', async () => {
  const { environment, model, state } = hosting();
  Object.assign(state, { join: undefined, host: { ...empty, players: 0 } });
  await environment.pass(200);
  model.enter(ROOM);
  await environment.pass(70_000);
  expect(model.phonesAreMissing.value).toBe(false);
});
