// Every frame that travels, both ways. PROTOCOL.md explains them; the types of what a client says are inferred from the schemas.
import * as v from 'valibot';
import { MOVE_NAMES } from './moves.ts';
import type { Standing } from './place.ts';
import type { RefusalCode } from './refusals.ts';
import type { Answer } from './seats.ts';
import type { RoomView, StageView, YouView } from './views.ts';

/** 128 random bits as 22 base64url characters: seat ids, secrets and host keys are made by whoever owns them. */
const token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));
const seatAddress = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}\.\d{1,4}\.[A-Za-z0-9_-]{22}$/));
const roomId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}$/));
const pin = v.pipe(v.string(), v.regex(/^\d{6}$/));
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const version = count(1_000_000_000);
/** Made by the client, new for each request, the same when it is sent again. */
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}$/));
/** Raw names may carry much that is stripped, but not a novel. */
const name = v.pipe(v.string(), v.maxLength(400));
const turn = count(499);
/** At most 200 bytes. What is so short that it must fit is not encoded to be counted, which is dear when thousands answer at once. */
const answer = v.pipe(v.union([v.pipe(v.string(), v.maxLength(66)), v.pipe(v.string(), v.maxBytes(200))]), v.minLength(1));

const seated = { id, seat: seatAddress, secret: token };
const hosting = { id, key: token, room: roomId };

/** What a player may say. */
const PLAYER = {
  join: v.object({
    id,
    pin,
    seat: token,
    secret: token,
    name,
    /** Where joining takes two steps: the colours that the big screen shows. */
    colours: v.optional(v.pipe(v.string(), v.regex(/^[1-4]{4}$/))),
  }),
  sync: v.object({ ...seated, version: v.optional(version, 0), rev: v.optional(version, 0) }),
  answer: v.object({ ...seated, turn, answer }),
  rename: v.object({ ...seated, name }),
  leave: v.object(seated),
  clock: v.object({ id }),
};

/** What a host may say, and the players' nudge, which may make the server speak to everybody. */
const HOST = {
  shelf: v.object({ id, key: token }),
  open: v.object({ id, key: token, quiz: v.pipe(v.string(), v.maxLength(100)), speed: v.optional(v.boolean(), true) }),
  look: v.object({
    ...hosting,
    version: v.optional(version, 0),
    /** How many names to list. */
    names: v.optional(count(200), 0),
    /** As the last look's reply gave it. */
    tallied: v.optional(
      v.object({ turn: v.pipe(v.number(), v.integer()), answered: count(1e6), waiting: count(1e6), at: v.number() }),
    ),
  }),
  move: v.object({ ...hosting, version, move: v.picklist(MOVE_NAMES) }),
  remove: v.object({ ...hosting, seat: seatAddress }),
  undo: v.object({ ...hosting, seconds: v.pipe(count(600), v.minValue(1)) }),
  results: v.object({ ...hosting, cursor: v.optional(v.union([count(1000), token]), 0) }),
  nudge: v.object({ ...seated, version }),
};

/** Every action, by the function that serves it; the gateway's routes are made from these two lists. */
export const ACTIONS = { player: PLAYER, host: HOST } as const;

export type PlayerMessages = { [A in keyof typeof PLAYER]: Meant<(typeof PLAYER)[A]> };
export type HostMessages = { [A in keyof typeof HOST]: Meant<(typeof HOST)[A]> };
export type Messages = PlayerMessages & HostMessages;
export type Action = keyof Messages;

/** The gateway's two instants, with every reply: received, and replied. Epoch ms. */
export interface Instants {
  t1: number;
  t2: number;
}

/** A question of the game that was played, for the results; only sealed ones. */
export interface ResultQuestion {
  line: 'question';
  turn: number;
  number: number;
  text: string;
  right: string;
  skipped: boolean;
}

/** A player's game for the results. Their rank follows from everybody's points. */
export interface ResultPlayer {
  line: 'player';
  name: string;
  points: number;
  /** By question in the order of the question lines: the answer in words, its mark, seconds after the opening, points gained. */
  answers: { turn: number; words: string; mark: string; seconds: number | null; gained: number }[];
}

export type RankedPlayer = ResultPlayer & { rank: number };

export type ResultLine = ResultQuestion | ResultPlayer;

/** How far the results have been fetched: so many question lines, or the players up to this seat id. */
export type ResultsCursor = number | string;

export interface ShelfQuiz {
  id: string;
  title: string;
  language: string;
  questions: number;
  /** The first picture, for the cover. */
  picture?: { file: string; alt: string } | undefined;
}

export interface ShelfRoom {
  room: string;
  pin: string;
  title: string;
  phase: string;
  number: number;
  of: number;
  players: number;
}

/** Everything that the server says, by its `type`. `re` is the id of the request that it answers. */
export interface Frames {
  /** What is newer than what the client has; a part that is missing has not changed. */
  view: {
    room?: RoomView | undefined;
    you?: YouView | undefined;
    standing?: Standing | undefined /** ms of silence until the next sync */;
    syncIn?: number;
  };
  answered: { turn: number; answer: Answer; rev: number };
  clock: object;
  left: object;
  tally: { turn: number; answered: number; waiting: number };
  refused: { code: RefusalCode; text: string; suggestion?: string | undefined };
  /** `join`: where players go, if not to the host page's own address. */
  shelf: { quizzes: ShelfQuiz[]; rooms: ShelfRoom[]; join?: string | undefined };
  /** The host's view. `lookIn`: ms until the next look; `missed`: phones that the last announcement did not reach. */
  stage: { id: string; room?: RoomView | undefined; stage?: StageView; lookIn?: number; missed?: number };
  results: { lines: ResultLine[]; next: ResultsCursor | null };
}

export type FrameType = keyof Frames;
export type Frame<T extends FrameType = FrameType> = { [K in T]: { type: K; re?: string } & Partial<Instants> & Frames[K] }[T];

/** No frame is larger than this, either way, bytes (API Gateway closes a connection at 32 KB). */
export const FRAME_BYTES = 24_000;

/** Schemas by action, and what a message means once it has passed its schema. */
export type Schemas = Record<string, v.GenericSchema>;
export type Meant<S> = S extends v.GenericSchema ? v.InferOutput<S> : never;

/** What a client said, or undefined when it is not a message of this kind. */
export function parseMessage<S extends Schemas, A extends keyof S>(
  schemas: S,
  action: A,
  json: unknown,
): Meant<S[A]> | undefined {
  const parsed = v.safeParse(schemas[action] as v.GenericSchema, json);
  return parsed.success ? (parsed.output as Meant<S[A]>) : undefined;
}
