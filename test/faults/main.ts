// `npm run faults`
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesise } from '../../infra/app.ts';
import { giveUp, readOptions, wholeNumber } from '../support/command-line.ts';
import { PLACES, type Place } from './fault-runs.ts';
import { again, type Outcome, report } from './report.ts';

const HELP = `Plays games under faults: frames lost, doubled, late; lines cut; a gateway and stores that fail; clocks that jump.
Afterwards every acknowledged answer must count once, every rank be right, nothing be stuck or known too early.
Meanwhile two hosts edit one quiz, of which nothing that was typed may be lost.

  npm run faults -- [options]

  --runs N      so many games in each place, by ever other seeds (one per place unless --minutes says otherwise)
  --minutes N   games for so long; those that have begun are played to their end
  --on PLACE    only there: local (in virtual time, on all cores), dynamodb (that store behind the local gateway)
                or deployed (the rehearsal)
  --seed N      the first seed; without --runs and --minutes that one only
  --help        this page`;

const text = { type: 'string' } as const;
const { minutes, on, ...numbers } = readOptions('faults', HELP, { runs: text, minutes: text, seed: text, on: text });
const runs = numbers.runs === undefined ? undefined : wholeNumber('runs', numbers.runs, 1, 1_000_000);
const seed = numbers.seed === undefined ? undefined : wholeNumber('seed', numbers.seed, 0, 2 ** 31);
if (minutes !== undefined && (!/^\d+(\.\d+)?$/.test(minutes) || Number(minutes) > 1440))
  giveUp(`--minutes should be a number from 0 to 1440, is "${minutes}".`);
if (runs !== undefined && minutes !== undefined) giveUp('--runs and --minutes do not go together.');

const names = Object.keys(PLACES) as Place[];
const places = names.filter((name) => on === undefined || name === on);
if (places.length === 0) giveUp(`--on should be one of ${names.join(', ')}, is "${on}".`);

const outdir = mkdtempSync(join(tmpdir(), 'quizcast-assembly-'));
if (places.includes('deployed')) {
  console.log('Synthesising the stack …');
  await synthesise({ outdir });
}

const began = Date.now();
const until = minutes === undefined ? undefined : began + Number(minutes) * 60_000;
const each = until === undefined ? (runs ?? 1) : Number.POSITIVE_INFINITY;
const first = seed ?? Math.floor(Math.random() * 1e6);
const outcomes: Outcome[] = [];

const clockText = (ms: number) => `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`;
const replaceLine = (text: string) => process.stdout.isTTY && process.stdout.write(`\r${text.padEnd(78)}\r`);

function showProgress(): void {
  const passed = Date.now() - began;
  const share = until === undefined ? outcomes.length / (each * places.length) : passed / (until - began);
  const bar = '█'.repeat(Math.min(24, Math.floor(share * 24))).padEnd(24, '░');
  const left = share > 0 ? `, ${clockText(Math.max(0, passed / share - passed))} left` : '';
  const answers = outcomes.reduce((sum, { run }) => sum + (run?.acknowledged ?? 0), 0);
  replaceLine(`  ${bar} ${outcomes.length} runs, ${answers} answers, ${clockText(passed)}${left}`);
}
const watching = setInterval(showProgress, 1000);

function finish(): never {
  clearInterval(watching);
  replaceLine('');
  rmSync(outdir, { recursive: true });
  console.log(`\n${report(outcomes, places)}\n\n${clockText(Date.now() - began)} min, seeds from ${first}.`);
  process.exit(outcomes.length === 0 || outcomes.some(({ error }) => error) ? 1 : 0);
}
process.on('SIGINT', finish);

function startWorker(place: Place) {
  const child = fork(join(import.meta.dirname, 'run-worker.ts'), [place, outdir]);
  const ended = once(child, 'exit').then(([code, signal]) => `the process ended by ${signal ?? `code ${code}`}`);
  return { child, ended };
}

/** Plays seeds in one process; a crash fails the run. */
async function work(place: Place, next: () => number | undefined): Promise<void> {
  let worker = startWorker(place);
  for (let seed = next(); seed !== undefined; seed = next()) {
    const own = seed;
    worker.child.send(own);
    const answered = once(worker.child, 'message').then(([outcome]) => outcome as Outcome);
    const outcome = await Promise.race([answered, worker.ended.then((error) => ({ place, seed: own, took: 0, error }))]);
    outcomes.push(outcome);
    if (!outcome.error) continue;
    if (!worker.child.connected) worker = startWorker(place);
    replaceLine('');
    console.log(`\n${again(outcome)}\n${outcome.error}\n`);
  }
  worker.child.disconnect();
}

console.log(`Games under faults on ${places.join(', ')}, seeds from ${first}:`);
await Promise.all(
  places.flatMap((place) => {
    let played = 0;
    const next = () => (played < each && (until === undefined || Date.now() < until) ? first + played++ : undefined);
    // Runs in virtual time are CPU-bound.
    const workers = place === 'local' ? Math.min(availableParallelism(), each) : 1;
    return Array.from({ length: workers }, () => work(place, next));
  }),
);
finish();
