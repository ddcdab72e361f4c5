// `npm run plan`: quotas and costs of a large event.
import { writeFileSync } from 'node:fs';
import { brakesOf } from '../../infra/settings/brakes.ts';
import { WARM } from '../../infra/settings/settings.ts';
import { giveUp, readOptions, wholeNumber } from '../../test/support/command-line.ts';
import { reckonEvent } from './costs.ts';
import { type AccountLimits, defaultLimits } from './limits.ts';
import { planChart } from './plan-chart.ts';
import { quotasFor, withQuotas } from './quota-requests.ts';
import { type Plan, planJson, planText } from './report.ts';
import { type Event, simulate } from './simulate.ts';

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
  --requestsPerSecond N, --warmWrites N   as deployed with -c (as expectedPlayers has it, 4000)
  --chart FILE         who has a question, the acknowledgement and the reveal by when, as an SVG
  --json               everything as JSON; what each player has is told in hundredths of those who have it, least first
  --help               this page`;

const EVENT = ['players', 'questions', 'arriving', 'reading', 'answering'];
const ACCOUNT = ['requests', 'burst', 'connections', 'concurrency', 'requestsPerSecond', 'warmWrites'];
const text = { type: 'string' } as const;
const numbers = Object.fromEntries([...EVENT, ...ACCOUNT].map((name) => [name, text]));
const options = { ...numbers, chart: text, json: { type: 'boolean' } } as const;
const values = readOptions('plan', HELP, options) as Record<string, string | undefined> & { json?: boolean };
function count(name: string, usual: number, least: number, most: number): number {
  return wholeNumber(name, values[name] ?? String(usual), least, most);
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
const usual = defaultLimits();
const brakes = brakesOf({ expectedPlayers: players, requestsPerSecond: '', warmWrites: WARM.writes.usual });
const account: AccountLimits = {
  ...usual,
  requests: count('requests', usual.requests, 1, 1_000_000),
  burst: count('burst', usual.burst, 1, 1_000_000),
  stage: count('requestsPerSecond', brakes.requests, 10, 1_000_000),
  connections: count('connections', usual.connections, 1, 100_000),
  concurrency: count('concurrency', usual.concurrency, 1, 100_000),
};
const limits = withQuotas(account, { tableWrites: count('warmWrites', usual.tableWrites, WARM.writes.usual, WARM.writes.most) });

let times = 0;
function simulating(): void {
  if (process.stderr.isTTY) process.stderr.write(`\rSimulating the event, time ${++times} …`);
}
simulating();
const simulated = simulate(event, limits);
const plan: Plan = {
  event,
  questions,
  limits,
  simulated,
  reckoned: reckonEvent(event, questions),
  granted: quotasFor(event, limits, simulated, simulating),
};
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
if (values.chart) writeFileSync(values.chart, planChart(event, simulated));
if (values.json) console.log(planJson(plan));
else console.log(planText(plan));
