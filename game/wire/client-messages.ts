// PROTOCOL.md explains each message.
import * as v from 'valibot';
import { QUESTIONS_MOST, TITLE_MOST } from '../quiz/quiz.ts';
import { MOVE_NAMES } from '../room/transitions.ts';

/** 128 random bits, base64url: seat ids, secrets, host keys. */
const token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));
const seatAddress = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}\.(0|[1-9]\d{0,3})\.[A-Za-z0-9_-]{22}$/));
const roomId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}$/));
const pin = v.pipe(v.string(), v.regex(/^\d{6}$/));
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const version = count(1_000_000_000);
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}$/));
/** Raw, before cleaning. */
const name = v.pipe(v.string(), v.maxLength(400));
const turn = count(499);
/** A seat, and how many of its answers were told. */
const seatCursor = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}(\.[1-9]\d{0,2})?$/));
// A record alone takes an array for an empty object.
const draft = v.pipe(
  v.unknown(),
  v.check((given) => !Array.isArray(given)),
  v.record(v.string(), v.unknown()),
);
/** 200 UTF-8 bytes; 66 characters always fit (hot path). */
const answer = v.pipe(v.union([v.pipe(v.string(), v.maxLength(66)), v.pipe(v.string(), v.maxBytes(200))]), v.minLength(1));

const seated = { id, seat: seatAddress, secret: token };
const hosting = { id, key: token, room: roomId };

const PLAYER = {
  join: v.object({
    id,
    pin,
    seat: token,
    secret: token,
    name,
    colours: v.optional(v.pipe(v.string(), v.regex(/^[1-4]{4}$/))),
  }),
  sync: v.object({ ...seated, version: v.optional(version, 0), rev: v.optional(version, 0) }),
  answer: v.object({ ...seated, turn, answer }),
  rename: v.object({ ...seated, name }),
  leave: v.object(seated),
  clock: v.object({ id }),
};

/** A row of a library: made by the page that adds it. */
const rowId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}$/));
const title = v.pipe(v.string(), v.maxLength(TITLE_MOST));
const owned = { id, key: token, quiz: rowId };
/** Raised by each save, from 1. */
const saveVersion = v.pipe(version, v.minValue(1));

/** `nudge` is a player's, but may end in a broadcast. */
const HOST = {
  shelf: v.object({ id, key: token, after: v.optional(v.pipe(v.string(), v.maxLength(100)), '') }),
  open: v.object({
    id,
    key: token,
    quiz: v.pipe(v.string(), v.maxLength(100)),
    own: v.optional(v.boolean(), false),
    speed: v.optional(v.boolean(), true),
  }),
  look: v.object({
    ...hosting,
    version: v.optional(version, 0),
    names: v.optional(count(200), 0),
    tallied: v.optional(
      v.object({ turn: v.pipe(v.number(), v.integer()), answered: count(1e6), waiting: count(1e6), at: v.number() }),
    ),
  }),
  move: v.object({ ...hosting, version, move: v.picklist(MOVE_NAMES), names: v.optional(count(200), 0) }),
  remove: v.object({ ...hosting, seat: seatAddress }),
  renamePlayer: v.object({ ...hosting, seat: seatAddress, name }),
  undo: v.object({ ...hosting, seconds: v.pipe(count(600), v.minValue(1)) }),
  results: v.object({ ...hosting, cursor: v.optional(v.union([count(1000), seatCursor]), 0), game: v.optional(count(499)) }),
  library: v.object({
    id,
    key: token,
    after: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
    search: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
    binned: v.optional(v.boolean(), false),
  }),
  quiz: v.object({ ...owned, after: v.optional(rowId) }),
  saveQuiz: v.object({
    ...owned,
    version: saveVersion,
    title,
    language: v.pipe(v.string(), v.maxLength(35)),
    order: v.pipe(v.array(rowId), v.maxLength(QUESTIONS_MOST)),
  }),
  saveQuestion: v.object({ ...owned, question: rowId, version: saveVersion, draft }),
  copyQuiz: v.object({ ...owned, from: v.pipe(v.string(), v.maxLength(100)), sample: v.optional(v.boolean(), false), title }),
  binQuiz: v.object({ ...owned, binned: v.boolean() }),
  ticket: v.object({
    id,
    key: token,
    hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    media: v.pipe(v.string(), v.maxLength(100)),
    size: v.pipe(count(1e12), v.minValue(1)),
  }),
  nudge: v.object({ ...seated, version }),
};

export const ACTIONS = { player: PLAYER, host: HOST } as const;

export type PlayerMessages = { [A in keyof typeof PLAYER]: MessageOf<(typeof PLAYER)[A]> };
export type HostMessages = { [A in keyof typeof HOST]: MessageOf<(typeof HOST)[A]> };
export type Messages = PlayerMessages & HostMessages;
export type Action = keyof Messages;

export type Schemas = Record<string, v.GenericSchema>;
export type MessageOf<S extends v.GenericSchema> = v.InferOutput<S>;

/** Undefined when the message is invalid. */
export function parseMessage<S extends Schemas, A extends keyof S>(
  schemas: S,
  action: A,
  json: unknown,
): MessageOf<S[A]> | undefined {
  const parsed = v.safeParse(schemas[action], json);
  return parsed.success ? parsed.output : undefined;
}
