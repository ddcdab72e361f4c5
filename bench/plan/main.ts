// `npm run plan -- --players 20000 --questions 20`: what a large event needs on AWS, where it is refused first, and what it costs.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { reckonEvent } from './costs.ts';
import { type Limits, usualLimits } from './limits.ts';
import { type Plan, planChart, planJson, planText, type Wishes } from './report.ts';
import { type Event, type Simulated, simulate } from './simulate.ts';

const HELP = `Plans a large event on AWS: simulates an account's limits, and says what is refused where, what to ask for, and what it costs.

  npm run plan -- --players 20000 --questions 20

  --players N          (1000)
  --questions N        (20)
  --arriving S         over how many seconds they come; 0: all at once (120)
  --reading S          seconds to read a question (5)
  --answering A-B      when the first and the last answer, seconds after it opens (1-9)
  --requests N         the account's requests a second (10000), --burst N (5000)
  --connections N      new connections a second (500)
  --concurrency N      execution environments at once (1000)
  --chart FILE         how joining, a question, its answers and the reveal go, as an SVG
  --json               everything as JSON; what each player has is told in hundredths of those who have it, least first
  --help               this page`;

function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const options = Object.fromEntries(
  ['players', 'questions', 'arriving', 'reading', 'answering', 'requests', 'burst', 'connections', 'concurrency'].map((name) => [
    name,
    { type: 'string' as const },
  ]),
);
function said() {
  try {
    return parseArgs({ options: { ...options, chart: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } } })
      .values;
  } catch (error) {
    return giveUp(`${(error as Error).message.split(/\.\s/)[0]}. npm run plan -- --help lists the options.`);
  }
}
const values = said() as Record<string, string | undefined> & { json?: boolean; help?: boolean };
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
function count(name: string, usual: number, least: number, most: number): number {
  const text = values[name] ?? String(usual);
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    giveUp(`--${name} should be a whole number from ${least} to ${most}, is "${text}".`);
  return value;
}
const [, least, most] = /^(\d+)-(\d+)$/.exec(values.answering ?? '1-9') ?? giveUp('--answering should be as 1-9.');
const players = count('players', 1000, 1, 100_000);
const questions = count('questions', 20, 1, 500);
const event: Event = {
  players,
  arriving: count('arriving', 120, 0, 3600),
  reading: count('reading', 5, 1, 60),
  answering: [Number(least), Number(most)],
  shards: Math.ceil(players / 1000),
  crowdFrom: 250,
};
const usual = usualLimits();
const limits: Limits = {
  ...usual,
  requests: count('requests', usual.requests, 1, 1_000_000),
  burst: count('burst', usual.burst, 1, 1_000_000),
  connections: count('connections', usual.connections, 1, 100_000),
  concurrency: count('concurrency', usual.concurrency, 1, 100_000),
};

/** Which quota stands behind a refusal. */
const BEHIND: [RegExp, keyof Limits][] = [
  [/requests/, 'requests'],
  [/connections/, 'connections'],
  [/functions at once/, 'concurrency'],
];

/** Raises whatever refuses most by half, until little is refused: what remains is said again within the reading time. */
function wished(): { wishes: Wishes; granted: Simulated } {
  const wishes: Wishes = {};
  let granted = simulate(event, limits);
  for (let step = 0; step < 24; step++) {
    const [worst] = Object.entries(granted.refused)
      .filter(([what, { times }]) => BEHIND.some(([name]) => name.test(what)) && times > players / 100)
      .sort(([, a], [, b]) => b.times - a.times);
    if (!worst) break;
    const quota = BEHIND.find(([name]) => name.test(worst[0]))![1];
    wishes[quota] = Math.ceil(((wishes[quota] ?? limits[quota]) * 1.5) / 500) * 500;
    granted = simulate(event, { ...limits, ...wishes });
  }
  return { wishes, granted };
}

const plan: Plan = {
  event,
  questions,
  limits,
  simulated: simulate(event, limits),
  reckoned: reckonEvent(event, questions),
  ...wished(),
};
if (values.chart) writeFileSync(values.chart, planChart(plan));
if (values.json) console.log(planJson(plan));
else console.log(planText(plan));
