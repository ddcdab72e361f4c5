// A room and how it moves: every move is a pure function from a room to what changes, or to the reason why not.
import { type OwnFace, type OwnKey, kindOf } from './questions/index.ts';
import type { Asked } from './questions/kind.ts';
import type { Question, Quiz } from './quiz.ts';
import type { Refusal } from './refusals.ts';
import type { Seat } from './seats.ts';
import type { Place } from './standings.ts';

export type Phase = 'lobby' | 'question' | 'reveal' | 'standings' | 'podium' | 'closed';

/** One question as it was put to this room. Its number in `room.turns` is the turn; instants are epoch ms on the gateway's clock. */
export interface Turn {
  /** Which question of the quiz, from 0. */
  question: number;
  announcedAt: number;
  /** When the question's text appears (after get-ready, before it may be answered). */
  showsAt: number;
  opensAt: number;
  closesAt: number;
  /** Receipts after this instant do not count. */
  sealsAt: number;
  /** T of the scoring rule, fixed at the opening. */
  seconds: number;
  points: number;
  /** Skipped: counts for nobody. */
  void?: true | undefined;
}

/** A question as everybody may see it before it is sealed. */
export type Face = Pick<Asked, 'text' | 'picture' | 'points'> & OwnFace;

/** What the reveal adds to the face. */
export type Reveal = OwnKey & { distribution: number[]; explanation?: string | undefined };

export interface Settings {
  /** Faster right answers earn more. */
  speed: boolean;
  locked: boolean;
}

export interface Room {
  id: string;
  pin: string;
  /** Rises by one with every change; a change names the version that it was made from. */
  version: number;
  /** Who made the last change: lets a writer whose reply was lost recognise its own write. */
  changeId: string;
  changedAt: number;
  /** The last version that every player has been told. */
  told: number;
  phase: Phase;
  title: string;
  language: string;
  /** How many questions the quiz has. */
  questions: number;
  turns: readonly Turn[];
  /** The first turn of the game being played: "play again" raises it, and earlier turns count no longer. */
  firstTurn: number;
  face?: Face | undefined;
  /** Only once the question is sealed. */
  reveal?: Reveal | undefined;
  /** The last turn of which the standings are derived. */
  judged?: number | undefined;
  /** The first places of those standings. */
  top: readonly Place[];
  /** Seats when last counted: decides how often phones speak, how long a broadcast may take. */
  players: number;
  settings: Settings;
  shards: number;
  /** Hash of the host key that opened the room. */
  owner: string;
  host?: { connection: string; connectedAt: number } | undefined;
  expiresAt: number;
}

/** What a change writes; `told` is set where nobody needs to be told. */
export type RoomChange = Partial<
  Pick<Room, 'phase' | 'turns' | 'firstTurn' | 'face' | 'reveal' | 'judged' | 'top' | 'players' | 'settings' | 'told'>
>;

/** Get-ready before the first question of a game, ms. */
const GET_READY_MS = 3000;
/** A tap at the last instant on a slow line is not lost, ms. */
const SEAL_MS = 1000;
/** The reveal reads the answers this long after the seal, ms. */
const SETTLE_MS = 500;
/** Players that a broadcast reaches in a second: the reading time must hide it. */
const FANOUT_PER_SECOND = 5000;
const MORE_TIME_MS = 10_000;
const MOST_TURNS = 500;

/** The parts of a question in time: get-ready, reading, open, and closed but not yet revealed. */
export type Part = 'ready' | 'reading' | 'open' | 'closing';

/** RULES C1: which part of a question an instant falls into. */
export const partAt = (turn: Pick<Turn, 'showsAt' | 'opensAt' | 'closesAt'>, now: number): Part =>
  now < turn.showsAt ? 'ready' : now < turn.opensAt ? 'reading' : now < turn.closesAt ? 'open' : 'closing';

export const currentTurn = (room: Pick<Room, 'turns'>): Turn | undefined => room.turns.at(-1);

/** The instant from which a question may be revealed. */
export const revealsAt = (turn: Turn) => turn.sealsAt + SETTLE_MS;

/** "3 of 10": the questions asked in this game, skipped ones included. */
export const questionNumber = (room: Pick<Room, 'turns' | 'firstTurn'>) => room.turns.length - room.firstTurn;

export function faceOf(question: Question): Face {
  const { kind, text, picture, points } = question;
  return { ...kindOf(question).face(question), kind, text, picture, points } as Face;
}

/** RULES C1, C2: the next question's turn and face. `players` are the seats that have to be reached. */
function ask(room: Room, quiz: Quiz, players: number, now: number): RoomChange {
  const question = quiz.questions[questionNumber(room)]!;
  const first = room.turns.length === room.firstTurn;
  const showsAt = now + (first ? GET_READY_MS : 0);
  const opensAt = showsAt + Math.max(question.reading * 1000, 1000 + (players / FANOUT_PER_SECOND) * 1000);
  const closesAt = opensAt + question.seconds * 1000;
  const turn: Turn = {
    question: questionNumber(room),
    announcedAt: now,
    showsAt,
    opensAt: Math.ceil(opensAt),
    closesAt: Math.ceil(closesAt),
    sealsAt: Math.ceil(closesAt) + SEAL_MS,
    seconds: question.seconds,
    points: question.points,
  };
  return { phase: 'question', turns: [...room.turns, turn], face: faceOf(question), reveal: undefined, players };
}

const withLast = (room: Room, change: Partial<Turn>): Turn[] => [...room.turns.slice(0, -1), { ...currentTurn(room)!, ...change }];

/** RULES C4, C5: the question closes now, and seals a second later as ever. */
export const closing = (room: Room, now: number): RoomChange => ({
  turns: withLast(room, { closesAt: now, sealsAt: now + SEAL_MS }),
});

/** RULES P3: the sealed question shows its key. `answers` are those received in time. */
export function revealing(room: Room, quiz: Quiz, answers: readonly string[]): RoomChange {
  const question = quiz.questions[currentTurn(room)!.question]!;
  const kind = kindOf(question);
  return {
    phase: 'reveal',
    reveal: { ...kind.key(question), distribution: kind.distribution(question, answers), explanation: question.explanation },
  };
}

/** What a move may look at. */
export interface Scene {
  quiz: Quiz;
  seats: readonly Seat[];
  now: number;
}

const notNow: Refusal = { refused: 'notNow' };
const another = (room: Room) => questionNumber(room) < room.questions;
const askNext = (room: Room, { quiz, seats, now }: Scene) => ask(room, quiz, seats.filter((seat) => !seat.removed).length, now);

/**
 * What a host can do, each a row: from which phases, and what changes. The standings that some moves need (`judges`) are derived by
 * whoever carries the move out.
 */
export const MOVES = {
  start: {
    from: ['lobby'],
    change: (room, scene) => (scene.seats.some((seat) => !seat.removed) ? askNext(room, scene) : { refused: 'noPlayers' }),
  },
  close: {
    from: ['question'],
    change: (room, { now }) => {
      const { opensAt, closesAt } = currentTurn(room)!;
      return now >= opensAt && now < closesAt ? closing(room, now) : notNow;
    },
  },
  moreTime: {
    from: ['question'],
    change: (room, { now }) => {
      const { opensAt, closesAt, sealsAt } = currentTurn(room)!;
      return now >= opensAt && now < closesAt
        ? { turns: withLast(room, { closesAt: closesAt + MORE_TIME_MS, sealsAt: sealsAt + MORE_TIME_MS }) }
        : notNow;
    },
  },
  skip: {
    from: ['question'],
    change: (room, scene) => {
      const skipped: Room = { ...room, turns: withLast(room, { void: true }) };
      return another(skipped)
        ? askNext(skipped, scene)
        : { phase: 'podium', turns: skipped.turns, face: undefined, reveal: undefined };
    },
    judges: true,
  },
  // Phones have had their rank since the reveal: the standings move only the big screen.
  standings: { from: ['reveal'], change: (room) => (another(room) ? { phase: 'standings', told: room.version + 1 } : notNow) },
  question: { from: ['standings', 'reveal'], change: (room, scene) => (another(room) ? askNext(room, scene) : notNow) },
  podium: {
    from: ['question', 'reveal', 'standings'],
    change: (room) => ({
      phase: 'podium',
      face: undefined,
      reveal: undefined,
      // A question that was not revealed counts for nobody.
      turns: room.phase === 'question' ? withLast(room, { void: true }) : room.turns,
    }),
    judges: true,
  },
  again: {
    from: ['podium'],
    change: (room) => ({ phase: 'lobby', firstTurn: room.turns.length, judged: undefined, top: [], face: undefined, reveal: undefined }),
  },
  lock: { from: ['lobby', 'question', 'reveal', 'standings'], change: (room) => ({ settings: { ...room.settings, locked: true }, told: room.version + 1 }) },
  unlock: { from: ['lobby', 'question', 'reveal', 'standings'], change: (room) => ({ settings: { ...room.settings, locked: false }, told: room.version + 1 }) },
  end: { from: ['lobby', 'question', 'reveal', 'standings', 'podium'], change: () => ({ phase: 'closed', face: undefined, reveal: undefined }) },
} as const satisfies Record<string, MoveRule>;

interface MoveRule {
  from: readonly Phase[];
  change: (room: Room, scene: Scene) => RoomChange | Refusal;
  /** The standings are derived anew with this move. */
  judges?: true;
}

export type Move = keyof typeof MOVES;
export const MOVE_NAMES = Object.keys(MOVES) as Move[];

/** What a move changes, or why it is refused. */
export function moving(room: Room, move: Move, scene: Scene): RoomChange | Refusal {
  const rule: MoveRule = MOVES[move];
  if (!rule.from.includes(room.phase)) return notNow;
  if (room.turns.length >= MOST_TURNS && (move === 'start' || move === 'question' || move === 'skip')) return notNow;
  return rule.change(room, scene);
}

/** The move that the one big button makes at this instant; undefined while the room moves by itself. */
export function nextMove(room: Pick<Room, 'phase' | 'turns' | 'firstTurn' | 'questions'>, now: number): Move | undefined {
  const turn = currentTurn(room);
  const more = questionNumber(room) < room.questions;
  switch (room.phase) {
    case 'lobby':
      return 'start';
    case 'question':
      return turn && now >= turn.opensAt && now < turn.closesAt ? 'close' : undefined;
    case 'reveal':
      return more ? 'standings' : 'podium';
    case 'standings':
      return more ? 'question' : 'podium';
    case 'podium':
      return 'again';
    case 'closed':
      return undefined;
  }
}
