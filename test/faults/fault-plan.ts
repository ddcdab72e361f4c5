// The faults of one game, from its seed.
import { hash } from 'node:crypto';
import { seeded } from '../support/fake-environment.ts';
import type { Cut } from '../support/page-environment.ts';

/** Faults per `of` frames, posts or calls. */
const FAULT_RATES = {
  /** Cut before or after the frame passed. */
  frame: { of: 60, lost: 2, doubled: 2, late: 6, overtaken: 2, cutBefore: 1, cutAfter: 1 },
  /** 410, 429, 500 or no reply. `…Sent`: delivered anyway. */
  post: { of: 40, gone: 1, goneSent: 1, slow: 1, failed: 1, failedSent: 1, hangs: 1, hangsSent: 1 },
  /** Throws before or after the operation. */
  store: { of: 100, before: 1, after: 1, late: 5 },
  /** See test/aws/failing.ts. */
  dynamodb: { of: 200, throttle: 2, internal: 1, lost: 1, lostAfter: 1 },
  disconnect: { of: 7, missing: 1, late: 1, doubled: 1 },
  /** Asynchronous Lambda invocation. */
  event: { of: 10, doubled: 2 },
} as const;
type Sort = keyof typeof FAULT_RATES;
type FaultOf<S extends Sort> = Exclude<keyof (typeof FAULT_RATES)[S], 'of'>;

const LATE_MS = 900;

/** Each game cuts a connection at these moments. */
const CUT_POINTS = [
  'shaking hands',
  'saying join',
  'hearing join',
  'saying answer',
  'hearing answer',
  'saying sync',
  'hearing sync',
  'told the question',
  'told the reveal',
  'saying saveQuiz',
  'hearing saveQuiz',
  'saying saveQuestion',
  'hearing saveQuestion',
  'hearing quiz',
  'told the edited',
] as const;

const CUTS: readonly Cut[] = ['closed', 'torn', 'dead'];

export interface FaultPlan {
  /** No more faults. */
  clear(): void;
  /** 0 to 1; each purpose has its own sequence. */
  chance(purpose: string): number;
  /** The next fault. @param whose each has its own deck */
  draw<S extends Sort>(sort: S, whose?: string | number): FaultOf<S> | undefined;
  /** Whether to cut the connection at this moment. */
  isCut(moment: string): boolean;
  cut(): Cut;
  /** ms */
  delay(): number;
  /** Counts a fault. */
  note(what: string): void;
  /** Count by fault. */
  met: Record<string, number>;
}

export function faultPlan(seed: number): FaultPlan {
  const chances = new Map<string, () => number>();
  const decks = new Map<string, string[]>();
  const met: Record<string, number> = {};
  let fair = false;

  const note = (what: string) => {
    met[what] = (met[what] ?? 0) + 1;
  };
  function chance(purpose: string): number {
    const own = chances.get(purpose) ?? seeded(hash('sha256', `${seed} ${purpose}`, 'buffer').readInt32LE());
    chances.set(purpose, own);
    return own();
  }
  const pick = <T>(list: readonly T[], purpose: string) => list[Math.floor(chance(purpose) * list.length)]!;

  // A shuffled deck: a long game meets every fault.
  function shuffled(sort: Sort, purpose: string): string[] {
    const { of, ...faults } = FAULT_RATES[sort] as { of: number } & Record<string, number>;
    const drawn = Object.entries(faults).flatMap(([fault, times]) => Array<string>(times).fill(fault));
    const deck = [...drawn, ...Array<string>(of - drawn.length).fill('fine')];
    for (let i = deck.length - 1; i > 0; i--) {
      const j = Math.floor(chance(purpose) * (i + 1));
      [deck[i], deck[j]] = [deck[j]!, deck[i]!];
    }
    return deck;
  }

  const spared = new Map<string, number>(CUT_POINTS.map((moment) => [moment, pick([0, 1], moment)]));

  return {
    clear() {
      fair = true;
    },
    chance,
    draw<S extends Sort>(sort: S, whose: string | number = '') {
      if (fair) return undefined;
      const purpose = `${sort} ${whose}`;
      const deck = decks.get(purpose)?.length ? decks.get(purpose)! : shuffled(sort, purpose);
      decks.set(purpose, deck);
      const fault = deck.pop()!;
      if (fault === 'fine') return undefined;
      note(`${sort} ${fault}`);
      return fault as FaultOf<S>;
    },
    isCut(moment) {
      const left = spared.get(moment);
      if (fair || left === undefined) return false;
      if (left > 0) spared.set(moment, left - 1);
      else {
        spared.delete(moment);
        note(`cut ${moment}`);
      }
      return left === 0;
    },
    cut() {
      const how = pick(CUTS, 'cut');
      note(`line ${how}`);
      return how;
    },
    delay: () => chance('delay') * LATE_MS,
    note,
    met,
  };
}

/** The names that `met` uses. */
export const faultNames = (...sorts: Sort[]): string[] => [
  ...sorts.flatMap((sort) => Object.keys(FAULT_RATES[sort]).flatMap((fault) => (fault === 'of' ? [] : [`${sort} ${fault}`]))),
  ...CUT_POINTS.map((moment) => `cut ${moment}`),
  ...CUTS.map((how) => `line ${how}`),
  'clock forwards',
  'clock backwards',
  'host cut off',
  'hosts both pressing',
  'editor reloaded',
  'editor cut off',
];
