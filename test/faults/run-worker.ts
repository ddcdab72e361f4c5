// Plays seeds on request. Arguments: place, assembly folder.
import { PLACES, type Place } from './fault-runs.ts';
import type { Outcome } from './report.ts';

const [place, assembly] = process.argv.slice(2) as [Place, string];

process.on('message', async (seed: number) => {
  const began = performance.now();
  const outcome = await PLACES[place](seed, assembly).then(
    (run): Outcome => ({ place, seed, took: performance.now() - began, run }),
    (error: Error): Outcome => ({ place, seed, took: performance.now() - began, error: String(error.stack) }),
  );
  process.send?.(outcome);
});
