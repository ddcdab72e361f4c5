// Every frame that travels, both ways. PROTOCOL.md explains them; the types of what a client says are inferred from the schemas.
import * as v from 'valibot';
import { MOVE_NAMES } from '../room/transitions.ts';

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

export type PlayerMessages = { [A in keyof typeof PLAYER]: MessageOf<(typeof PLAYER)[A]> };
export type HostMessages = { [A in keyof typeof HOST]: MessageOf<(typeof HOST)[A]> };
export type Messages = PlayerMessages & HostMessages;
export type Action = keyof Messages;

/** Schemas by action, and what a message means once it has passed its schema. */
export type Schemas = Record<string, v.GenericSchema>;
export type MessageOf<S> = S extends v.GenericSchema ? v.InferOutput<S> : never;

/** What a client said, or undefined when it is not a message of this kind. */
export function parseMessage<S extends Schemas, A extends keyof S>(
  schemas: S,
  action: A,
  json: unknown,
): MessageOf<S[A]> | undefined {
  const parsed = v.safeParse(schemas[action] as v.GenericSchema, json);
  return parsed.success ? (parsed.output as MessageOf<S[A]>) : undefined;
}
