// Kinds of refusal, with their remedies.
import type { AccountLimits } from './limits.ts';

/** Phases of an event; each clock starts at 0. */
export const PARTS = {
  joining: 'the joining',
  question: 'the question',
  answers: 'the answers and their tally',
  reveal: 'the reveal',
} as const;
export type PartName = keyof typeof PARTS;

interface Row {
  what: string;
  raise?: keyof AccountLimits;
  instead?: string;
}

const LONGER = 'let people come over a longer time';
const MORE_SHARDS = 'deploy for more expectedPlayers: each thousand has a shard of its own';

const REFUSAL_CURES = {
  connections: { what: 'new connections over the account’s rate', raise: 'connections', instead: LONGER },
  frames: {
    what: 'frames of pages over the requests a second',
    raise: 'requests',
    instead: 'let people come, and answer, over a longer time: AWS sets how many it takes at one instant',
  },
  posts: { what: 'posts to phones over the requests a second', raise: 'requests' },
  concurrency: { what: 'functions over what the account may run at once', raise: 'concurrency' },
  scaling: {
    what: 'functions over what one may get anew in ten seconds',
    instead: 'let people come, and answer, over a longer time: each function gets 1,000 more every ten seconds',
  },
  names: {
    what: 'writes over what the one partition of the names takes',
    instead: `${LONGER}: it takes 1,000 names a second`,
  },
  roomReads: {
    what: 'reads over what the one partition of the room’s own item gives',
    instead: `${LONGER}: 3,000 a second can read it`,
  },
  shardWrites: { what: 'writes over what a shard’s partition takes', instead: MORE_SHARDS },
  shardReads: { what: 'reads over what a shard’s partition gives', instead: MORE_SHARDS },
  tableWrites: { what: 'writes over what the whole table takes', raise: 'tableWrites' },
  indexWrites: { what: 'writes over what the whole index takes', raise: 'tableWrites' },
  tableReads: { what: 'reads over what the whole table gives', raise: 'tableWrites' },
  late: { what: 'phones not told in time: they ask by themselves' },
} as const satisfies Record<string, Row>;

export type RefusalName = keyof typeof REFUSAL_CURES;
export const cureOf = (what: RefusalName): Row => REFUSAL_CURES[what];

export interface Refused {
  what: RefusalName;
  part: PartName;
  times: number;
  /** ms after its phase began. */
  first: number;
}

export interface Refusals {
  readonly all: readonly Refused[];
  note(what: RefusalName, part: PartName, at: number): void;
}

export function refusals(): Refusals {
  const all: Refused[] = [];
  return {
    all,
    note(what, part, at) {
      const known = all.find((one) => one.what === what && one.part === part);
      if (known) known.times++;
      else all.push({ what, part, times: 1, first: at });
    },
  };
}
