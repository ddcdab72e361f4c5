// One seat, one tab: the tab that takes a seat says so to the browser's other tabs, sooner than the server could.
import type { BrowserEnvironment } from './environment.ts';

interface Claim {
  address: string;
  since: number;
}

interface Tabs {
  /** This tab plays the seat from now on. */
  claim(address: string): void;
}

/** @param lost another tab plays the seat that this one claimed last */
export function createTabs(
  environment: Pick<BrowserEnvironment, 'channel' | 'instant' | 'random'>,
  lost: (address: string) => void,
): Tabs {
  const channel = environment.channel('quizcast');
  let own: Claim | undefined;
  channel?.listen((message) => {
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
      own = { address, since: environment.instant().date + environment.random() };
      channel?.post(own);
    },
  };
}
