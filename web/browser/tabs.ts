// One tab per seat: tabs tell each other faster than the server could.
import type { BrowserEnvironment } from './environment.ts';

interface Claim {
  address: string;
  since: number;
}

interface Tabs {
  claim(address: string): void;
}

/** @param lost called when another tab takes the seat */
export function createTabs(
  environment: Pick<BrowserEnvironment, 'channel' | 'instant' | 'random'>,
  lost: (address: string) => void,
): Tabs {
  const channel = environment.channel('quizcast');
  let own: Claim | undefined;
  channel?.listen((message) => {
    const { address, since } = message as Claim;
    // Of two that start together the earlier yields.
    if (own && address === own.address && since > own.since) {
      own = undefined;
      lost(address);
    }
  });
  return {
    claim(address) {
      // The fraction breaks ties of a millisecond.
      own = { address, since: environment.instant().date + environment.random() };
      channel?.post(own);
    },
  };
}
