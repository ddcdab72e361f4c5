// One seat, one tab: the tab that takes a seat says so to the browser's other tabs, sooner than the server could.
import type { World } from './world.ts';

interface Claim {
  address: string;
  since: number;
}

export interface Tabs {
  /** This tab plays the seat from now on. */
  claim(address: string): void;
}

/** @param lost another tab plays the seat that this one claimed last */
export function createTabs(world: Pick<World, 'channel' | 'instant' | 'random'>, lost: (address: string) => void): Tabs {
  const channel = world.channel('quizcast');
  let own: Claim | undefined;
  channel?.hear((message) => {
    const { address, since } = message as Claim;
    // Two tabs that start together hear of each other: only the earlier one yields.
    if (own && address === own.address && since > own.since) {
      own = undefined;
      lost(address);
    }
  });
  return {
    claim(address) {
      // The fraction tells apart what began in the same millisecond.
      own = { address, since: world.instant().date + world.random() };
      channel?.say(own);
    },
  };
}
