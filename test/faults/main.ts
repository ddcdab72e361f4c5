// `npm run faults -- --minutes 10`: evening after evening of bad weather, each by another seed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesise } from '../../infra/app.ts';
import { asDeployed, inDynamoDB, onOneMachine } from './evenings.ts';

const HELP = `Plays games in bad weather: frames lost, doubled, late; lines cut; stores that fail; clocks that jump.

  npm run faults -- --minutes 10      other seeds, for so long (1)
  npm run faults -- --seed 17         one seed again
  npm run faults -- --on local        only there: local, dynamodb or deployed`;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    on: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const outdir = mkdtempSync(join(tmpdir(), 'quizcast-assembly-'));
const PLACES: Record<string, (seed: number) => Promise<number>> = {
  local: onOneMachine,
  dynamodb: inDynamoDB,
  deployed: (seed) => asDeployed(seed, outdir),
};
const places = values.on ? [values.on] : Object.keys(PLACES);
if (!places.every((place) => place in PLACES)) throw new Error(`--on should be one of ${Object.keys(PLACES).join(', ')}`);
if (places.includes('deployed')) await synthesise({ outdir });

const until = Date.now() + Number(values.minutes) * 60_000;
let seed = values.seed === undefined ? Math.floor(Math.random() * 1e6) : Number(values.seed);
let evenings = 0;
let faults = 0;
let failed = 0;
do {
  // All places at once: most of an evening is waiting.
  const playing = places.map(async (place) => {
    const own = seed;
    try {
      faults += await PLACES[place]!(own);
      evenings++;
    } catch (error) {
      failed++;
      console.log(`\nseed ${own} fails: npm run faults -- --seed ${own} --on ${place}\n${(error as Error).stack}\n`);
    }
  });
  await Promise.all(playing);
  const memory = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
  console.log(`seed ${seed}: ${evenings} evenings came out right, ${faults} faults in them; ${failed} failed; heap ${memory} MB`);
  seed++;
} while (values.seed === undefined && Date.now() < until);
rmSync(outdir, { recursive: true });
process.exit(failed ? 1 : 0);
