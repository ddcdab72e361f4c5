// A room in which nothing happens, for the game's own components.
import { signal } from '@preact/signals-core';
import type { Asked } from '../../../game/quiz/questions/index.ts';
import type { RoomView } from '../../../game/wire/views.ts';
import type { PageModel, PlayerModel, RoomModel } from '../../ui/page-model.ts';
import { editor as words } from '../../words/en-editor.ts';

export interface Previewed {
  asked: Asked;
  language: string;
  title: string;
  /** From 1. */
  number: number;
  of: number;
  /** Answering time, s. */
  seconds: number;
}

const PEOPLE = 24;
const nothing = () => {};

function stillPage({ asked, language, title, number, of, seconds }: Previewed): PageModel {
  const room: RoomView = {
    version: 1,
    phase: 'question',
    pin: '123456',
    title,
    language,
    number,
    of,
    firstTurn: 0,
    kinds: [],
    players: PEOPLE,
    locked: false,
    speed: true,
    turn: {
      number: number - 1,
      announcedAt: 0,
      showsAt: 0,
      opensAt: 0,
      closesAt: seconds * 1000,
      sealsAt: seconds * 1000,
      seconds,
      points: asked.points,
    },
    asked,
  };
  // A second later every countdown would wake for nothing.
  return { connectionStatus: signal('open'), room: signal(room), questionPhase: signal('open'), now: () => 0 };
}

export const stillPlayer = (previewed: Previewed): PlayerModel => ({
  ...stillPage(previewed),
  status: signal('in'),
  pin: signal(''),
  you: signal({ rev: 1, name: words.preview.name, address: '', from: 0 }),
  standing: signal(undefined),
  isSettling: signal(false),
  answer: signal(undefined),
  tally: signal(undefined),
  refusal: signal(undefined),
  join: nothing,
  choose: nothing,
  rename: async () => false,
  leave: nothing,
  playHere: nothing,
});

export const stillHost = (previewed: Previewed): RoomModel => ({
  ...stillPage(previewed),
  status: signal('in'),
  joinAddress: signal(''),
  nextAddress: signal(undefined),
  phonesAreMissing: signal(false),
  hostView: signal({
    players: PEOPLE,
    connected: PEOPLE,
    answered: 0,
    waiting: PEOPLE,
    games: 0,
    names: [],
    tallied: { turn: 0, answered: 0, waiting: PEOPLE, at: 0 },
  }),
  nextMove: signal(undefined),
  busy: signal(false),
  refusal: signal(undefined),
  move: nothing,
  remove: nothing,
  renamePlayer: nothing,
  undoJoins: nothing,
  wantNames: nothing,
  results: async () => ({ questions: [], players: [] }),
  toLibrary: nothing,
});
