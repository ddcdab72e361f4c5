// The faults of one seeded game.
import { hash } from 'node:crypto';
import { seeded } from '../support/fake-environment.ts';
import type { Cut } from '../support/page-environment.ts';

/** How often each fault happens in `of` frames, posts or calls. */
const FAULT_RATES = {
  /** `overtaken`: by the next. `cutBefore`, `cutAfter`: the connection is cut. */
  frame: { of: 60, lost: 2, doubled: 2, late: 6, overtaken: 2, cutBefore: 1, cutAfter: 1 },
  /** Replies to a post: 410, 429, 500 or none. `…Sent`: delivered all the same. */
  post: { of: 40, gone: 1, goneSent: 1, slow: 1, failed: 1, failedSent: 1, hangs: 1, hangsSent: 1 },
  /** A verb throws before or after its work. */
  store: { of: 100, before: 1, after: 1, late: 5 },
  /** As test/aws/failing.ts has them. */
  dynamodb: { of: 200, throttle: 2, internal: 1, lost: 1, lostAfter: 1 },
  disconnect: { of: 7, missing: 1, late: 1, doubled: 1 },
  /** An asynchronous invocation. */
  event: { of: 10, doubled: 2 },
} as const;
type Sort = keyof typeof FAULT_RATES;
type FaultOf<S extends Sort> = Exclude<keyof (typeof FAULT_RATES)[S], 'of'>;

/** Late things are late by up to this, ms. */
const LATE_MS = 900;

/** Moments at which every game cuts a connection. */
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
] as const;

const CUTS: readonly Cut[] = ['closed', 'torn', 'dead'];

export interface FaultPlan {
  /** Fair from now on. */
  clear(): void;
  /** 0 to 1; a generator per purpose, so that timing changes nothing. */
  chance(purpose: string): number;
  /** The next one's fate. @param whose has a pack of its own */
  draw<S extends Sort>(sort: S, whose?: string | number): FaultOf<S> | undefined;
  /** Whether the connection must be cut at this moment. */
  isDoomed(moment: string): boolean;
  cut(): Cut;
  /** How late something late is, ms. */
  delay(): number;
  /** Something else went wrong. */
  note(what: string): void;
  /** How many faults there were, by sort. */
  met: Record<string, number>;
}

export function faultPlan(seed: number): FaultPlan {
  const chances = new Map<string, () => number>();
  const packs = new Map<string, string[]>();
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

  // Cards, not dice: a long game meets every sort.
  function shuffled(sort: Sort, purpose: string): string[] {
    const { of, ...faults } = FAULT_RATES[sort] as { of: number } & Record<string, number>;
    const cards = Object.entries(faults).flatMap(([fault, times]) => Array<string>(times).fill(fault));
    const pack = [...cards, ...Array<string>(of - cards.length).fill('fine')];
    for (let i = pack.length - 1; i > 0; i--) {
      const j = Math.floor(chance(purpose) * (i + 1));
      [pack[i], pack[j]] = [pack[j]!, pack[i]!];
    }
    return pack;
  }

  /** How often each moment is still let pass. */
  const spared = new Map<string, number>(CUT_POINTS.map((moment) => [moment, pick([0, 1], moment)]));

  return {
    clear() {
      fair = true;
    },
    chance,
    draw<S extends Sort>(sort: S, whose: string | number = '') {
      if (fair) return undefined;
      const purpose = `${sort} ${whose}`;
      const pack = packs.get(purpose)?.length ? packs.get(purpose)! : shuffled(sort, purpose);
      packs.set(purpose, pack);
      const card = pack.pop()!;
      if (card === 'fine') return undefined;
      note(`${sort} ${card}`);
      return card as FaultOf<S>;
    },
    isDoomed(moment) {
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

/** All faults of these sorts, as `met` names them. */
export const faultNames = (...sorts: Sort[]): string[] => [
  ...sorts.flatMap((sort) => Object.keys(FAULT_RATES[sort]).flatMap((fault) => (fault === 'of' ? [] : [`${sort} ${fault}`]))),
  ...CUT_POINTS.map((moment) => `cut ${moment}`),
  ...CUTS.map((how) => `line ${how}`),
  'clock forwards',
  'clock backwards',
  'host cut off',
  'hosts both pressing',
];
