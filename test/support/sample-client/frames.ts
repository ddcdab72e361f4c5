// What the server says (PROTOCOL 4), as far as this client reads it.
import * as v from 'valibot';

const turn = v.object({
  number: v.number(),
  showsAt: v.number(),
  opensAt: v.number(),
  closesAt: v.number(),
  sealsAt: v.number(),
  seconds: v.number(),
  points: v.number(),
});

const outcome = v.object({
  solution: v.unknown(),
  summary: v.unknown(),
  answers: v.number(),
  right: v.optional(v.number()),
});

const asked = v.object({ kind: v.string(), text: v.string(), prompt: v.unknown(), outcome: v.optional(outcome) });

const top = v.object({ name: v.string(), points: v.number(), rank: v.number(), more: v.optional(v.number()) });

const room = v.object({
  version: v.number(),
  phase: v.picklist(['lobby', 'question', 'reveal', 'standings', 'podium', 'closed']),
  pin: v.string(),
  language: v.string(),
  players: v.number(),
  speed: v.boolean(),
  number: v.number(),
  of: v.number(),
  firstTurn: v.number(),
  turn: v.optional(turn),
  asked: v.optional(asked),
  top: v.optional(v.array(top)),
  ranks: v.optional(v.object({ scores: v.array(v.number()), exact: v.optional(v.number()) })),
  judged: v.optional(v.number()),
  before: v.optional(v.number()),
});

const given = v.object({ value: v.string(), at: v.number() });

const you = v.object({
  address: v.string(),
  rev: v.number(),
  name: v.string(),
  from: v.number(),
  answer: v.optional(v.object({ ...given.entries, turn: v.number() })),
});

const standing = v.object({
  version: v.number(),
  turn: v.number(),
  mark: v.picklist(['right', 'partly', 'wrong', 'counted', 'early', 'late', 'none']),
  gained: v.number(),
  points: v.number(),
  streak: v.number(),
  rank: v.number(),
  of: v.number(),
  ahead: v.optional(v.object({ by: v.number(), name: v.optional(v.string()) })),
});

const seatRow = v.object({ seat: v.string(), name: v.string() });

const stage = v.object({
  players: v.number(),
  connected: v.number(),
  answered: v.number(),
  waiting: v.number(),
  names: v.array(v.object({ ...seatRow.entries, connected: v.boolean() })),
  tallied: v.optional(v.unknown()),
  colours: v.optional(v.string()),
});

const answers = v.array(
  v.object({ turn: v.number(), words: v.string(), mark: v.string(), seconds: v.nullable(v.number()), gained: v.number() }),
);
const line = v.variant('line', [
  v.object({ line: v.literal('question'), turn: v.number(), text: v.string(), right: v.string(), skipped: v.boolean() }),
  v.object({ line: v.literal('player'), name: v.string(), points: v.number(), answers }),
  v.object({ line: v.literal('more'), answers }),
]);

const reply = { re: v.optional(v.string()), v: v.optional(v.number()), t1: v.optional(v.number()), t2: v.optional(v.number()) };
const frame = v.variant('type', [
  v.object({
    ...reply,
    type: v.literal('view'),
    room: v.optional(room),
    you: v.optional(you),
    standing: v.optional(standing),
    syncIn: v.optional(v.number()),
  }),
  v.object({ ...reply, type: v.literal('answered'), turn: v.number(), answer: given, rev: v.number() }),
  v.object({ ...reply, type: v.literal('clock') }),
  v.object({ ...reply, type: v.literal('left') }),
  v.object({ ...reply, type: v.literal('tally'), turn: v.number(), answered: v.number(), waiting: v.number() }),
  v.object({
    ...reply,
    type: v.literal('stage'),
    id: v.string(),
    room: v.optional(room),
    stage: v.optional(stage),
    lookIn: v.optional(v.number()),
  }),
  v.object({
    ...reply,
    type: v.literal('shelf'),
    quizzes: v.array(v.object({ id: v.string(), title: v.string() })),
    next: v.optional(v.string()),
  }),
  v.object({
    ...reply,
    type: v.literal('results'),
    lines: v.array(line),
    next: v.nullable(v.union([v.number(), v.string()])),
  }),
  v.object({ ...reply, type: v.literal('refused'), code: v.string(), suggestion: v.optional(v.string()) }),
]);

export type Frame = v.InferOutput<typeof frame>;
export type Room = v.InferOutput<typeof room>;
export type You = v.InferOutput<typeof you>;
export type Standing = v.InferOutput<typeof standing>;
export type Stage = v.InferOutput<typeof stage>;
export type ResultLine = v.InferOutput<typeof line>;

const PROTOCOL = 2;

const anyFrame = v.pipe(v.string(), v.parseJson(), v.looseObject({ type: v.optional(v.string()), v: v.optional(v.number()) }));

/**
 * The frame in `text`, or why there is none to be had: `foreign` to the protocol, as the gateway's own errors are, or of
 * `another version` of it.
 * @throws if the frame is not as PROTOCOL.md says
 */
export function readFrame(text: string): Frame | 'foreign' | 'another version' {
  const read = v.parse(anyFrame, text);
  if (read.type === undefined) return 'foreign';
  if (read.v !== undefined && read.v !== PROTOCOL) return 'another version';
  return v.parse(frame, read);
}
