// `npm run faults -- --minutes 10`: evening after evening of bad weather, each by another seed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesise } from '../../infra/app.ts';
import { asDeployed, type Faults, inDynamoDB, onOneMachine } from './fault-runs.ts';
import { again, type Outcome, report, sumOf } from './report.ts';

const HELP = `Plays games in bad weather: frames lost, doubled, late; lines cut; a gateway and stores that fail; clocks that jump.
Afterwards every acknowledged answer must count once, every rank be right, nothing be stuck or known too early.

  npm run faults -- [options]

  --minutes N   evenings by ever other seeds, for so long; those that have begun are played to their end (1)
  --on PLACE    only there: local, dynamodb (that store behind the local gateway) or deployed (the rehearsal)
  --seed N      one seed again, in all places or in the one named
  --help        this page`;

function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function said() {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ options: { minutes: text, seed: text, on: text, help: { type: 'boolean', default: false } } }).values;
  } catch (error) {
    return giveUp(`${(error as Error).message.split(/\.\s/)[0]}. npm run faults -- --help lists the options.`);
  }
}

const values = said();
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const { minutes = '1', seed, on } = values;
if (!/^\d+(\.\d+)?$/.test(minutes) || Number(minutes) > 1440)
  giveUp(`--minutes should be a number from 0 to 1440, is "${minutes}".`);
if (seed !== undefined && (!/^\d+$/.test(seed) || Number(seed) > 2 ** 31))
  giveUp(`--seed should be a whole number from 0 to ${2 ** 31}, is "${seed}".`);
if (seed !== undefined && values.minutes !== undefined) giveUp('--seed plays one seed once, so --minutes does not go with it.');

const PLACES: Record<string, (seed: number) => Promise<Faults>> = {
  local: onOneMachine,
  dynamodb: inDynamoDB,
  deployed: (own) => asDeployed(own, outdir),
};
if (on !== undefined && !Object.hasOwn(PLACES, on))
  giveUp(`--on should be one of ${Object.keys(PLACES).join(', ')}, is "${on}".`);
const outdir = mkdtempSync(join(tmpdir(), 'quizcast-assembly-'));
const places = on === undefined ? Object.keys(PLACES) : [on];
if (places.includes('deployed')) {
  console.log('Synthesising the stack …');
  await synthesise({ outdir });
}

const began = Date.now();
const until = began + Number(minutes) * 60_000;
const first = seed === undefined ? Math.floor(Math.random() * 1e6) : Number(seed);
const outcomes: Outcome[] = [];

/** A line that the next one replaces; only where somebody watches. */
const passing = (text: string) => process.stdout.isTTY && process.stdout.write(`\r${text.padEnd(70)}\r`);
const minutesOf = (ms: number) => `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`;
const watching = setInterval(() => {
  const end = seed === undefined ? ` of ${minutesOf(until - began)}` : '';
  passing(`  ${minutesOf(Date.now() - began)}${end} min, ${outcomes.length} evenings came to their end`);
}, 1000);

function finish(): never {
  clearInterval(watching);
  passing('');
  rmSync(outdir, { recursive: true });
  console.log(`\n${report(outcomes, places)}`);
  process.exit(outcomes.length === 0 || outcomes.some(({ error }) => error) ? 1 : 0);
}
process.on('SIGINT', finish);

function tell(outcome: Outcome): void {
  passing('');
  outcomes.push(outcome);
  const { place, seed: own, took, faults, error } = outcome;
  const came = faults ? `came out right, with ${sumOf(faults)} faults` : 'DID NOT COME OUT RIGHT';
  console.log(`  seed ${own} on ${place}: ${came}, ${Math.round(took / 1000)} s`);
  if (error) console.log(`\n${again(outcome)}\n${error.stack}\n`);
}

async function evening(place: string, own: number): Promise<void> {
  const from = Date.now();
  const took = () => Date.now() - from;
  try {
    const faults = await PLACES[place]!(own);
    tell({ place, seed: own, took: took(), faults });
  } catch (error) {
    tell({ place, seed: own, took: took(), error: error as Error });
  }
}

const howLong =
  seed === undefined ? `Evenings by the seeds from ${first}, for ${minutes} min` : `The evening by the seed ${seed}`;
const where = places.length > 1 ? `${places.join(', ')} at once, for most of an evening is waiting` : places[0];
console.log(`${howLong}, on ${where}:`);
await Promise.all(
  places.map(async (place) => {
    let own = first;
    do await evening(place, own++);
    while (seed === undefined && Date.now() < until);
  }),
);
finish();
