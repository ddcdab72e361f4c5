// What goes wrong in one seeded evening: decided by the seed alone, so that a failing one can be played again.
import type { Fault } from '../aws/failing.ts';
import { seeded } from '../web/fake-world.ts';

/** Shares of all frames, posts and calls that meet each fault. */
const ODDS = {
  frame: { lost: 0.03, doubled: 0.03, late: 0.1 },
  post: { gone: 0.01, slow: 0.02 },
  store: { before: 0.01, after: 0.01, late: 0.05 },
  dynamodb: { throttle: 0.01, internal: 0.005, lost: 0.002, lostAfter: 0.002 },
  disconnect: { missing: 0.15, late: 0.15, doubled: 0.15 },
} as const;
const LATE_MS = 900;

type Of<K extends keyof typeof ODDS> = keyof (typeof ODDS)[K] | 'fine';

export interface Weather {
  /** Fair from now on. */
  clear(): void;
  random(): number;
  frame(): Of<'frame'>;
  post(): Of<'post'>;
  store(): Of<'store'>;
  dynamodb(): Fault | undefined;
  disconnect(): Of<'disconnect'>;
  /** How late something late is, ms. */
  delay(): number;
  /** How many faults there were, by sort. */
  met: Record<string, number>;
}

export function weather(seed: number): Weather {
  const random = seeded(seed);
  const met: Record<string, number> = {};
  let fair = false;
  function drawn<K extends keyof typeof ODDS>(sort: K): Of<K> {
    let left = random();
    if (fair) return 'fine';
    for (const [fault, share] of Object.entries(ODDS[sort])) {
      left -= share;
      if (left < 0) {
        met[`${sort} ${fault}`] = (met[`${sort} ${fault}`] ?? 0) + 1;
        return fault as Of<K>;
      }
    }
    return 'fine';
  }
  return {
    clear() {
      fair = true;
    },
    random,
    frame: () => drawn('frame'),
    post: () => drawn('post'),
    store: () => drawn('store'),
    dynamodb() {
      const fault = drawn('dynamodb');
      return fault === 'fine' ? undefined : fault;
    },
    disconnect: () => drawn('disconnect'),
    delay: () => random() * LATE_MS,
    met,
  };
}
