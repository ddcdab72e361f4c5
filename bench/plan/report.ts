// The plan as text and as JSON.
import { brakesOf } from '../../infra/settings/brakes.ts';
import { NAMES, PRICES, type Priced } from '../../infra/settings/prices.ts';
import { percentile } from '../figures.ts';
import type { Reckoned } from './costs.ts';
import { type AccountLimits, LIMITS } from './limits.ts';
import { type GrantedQuotas, isSubstantial, type QuotaRequests, withQuotas } from './quota-requests.ts';
import { cureOf, PARTS, type Refused } from './refusals.ts';
import type { Curve, Event, Simulated } from './simulate.ts';

const whole = (n: number) => Math.round(n).toLocaleString('en');
const seconds = (ms: number) => (ms < 100 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);
const last = (curve: Curve) => curve.at(-1) ?? 0;

export interface Plan {
  event: Event;
  questions: number;
  limits: AccountLimits;
  simulated: Simulated;
  reckoned: Reckoned;
  granted: GrantedQuotas;
}

function parts({ players, arriving, answering }: Event, simulated: Simulated): string[] {
  const { joined, heard, opens, waited, revealed, refused, coldStarts } = simulated;
  const spare = opens - last(heard);
  const told =
    heard.length === players
      ? 'the last phone has it'
      : `${whole(players - heard.length)} phones are not told before it opens; of the others the last has it`;
  const asking = refused.find(({ what, part }) => what === 'late' && part === 'reveal')?.times ?? 0;
  return [
    `  Joining     the last is in after ${seconds(last(joined))}, when they come over ${arriving} s`,
    `  A question  ${told} ${seconds(last(heard))} after the click; it opens ${seconds(opens)} after the click: ${seconds(Math.abs(spare))} ${spare < 0 ? 'too late' : 'to spare'}`,
    `  Answers     given from ${answering[0]} to ${answering[1]} s after the opening; half are acknowledged within ${seconds(percentile(waited, 0.5))}, the slowest after ${seconds(last(waited))}`,
    `  The reveal  the last phone has it ${seconds(last(revealed))} after it was due${asking ? `; ${whole(asking)} had to ask for it` : ''}`,
    `  Cold starts ${whole(coldStarts)} in all; whoever meets one waits ${seconds(LIMITS.coldStart.value)} longer`,
  ];
}

const when = ({ first, part }: Refused) => `${seconds(first)} into ${PARTS[part]}`;
const refusalLines = ({ refused }: Simulated) =>
  refused.map((one) => `  ${whole(one.times).padStart(9)} ×  ${cureOf(one.what).what}, first ${when(one)}`);

function command({ players }: Event, { stage, tableWrites }: AccountLimits): string {
  const settings = {
    expectedPlayers: players,
    ...(stage !==
      brakesOf({ expectedPlayers: players, requestsPerSecond: '', warmWrites: LIMITS.tableWrites.value }).requests && {
      requestsPerSecond: stage,
    }),
    ...(tableWrites !== LIMITS.tableWrites.value && { warmWrites: tableWrites }),
  };
  return `npx cdk deploy ${Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')}`;
}

function cures({ event, limits, granted }: Plan): string[] {
  const raised = withQuotas(limits, granted.requests);
  const quotas = (['requests', 'connections', 'concurrency'] as const)
    .filter((name) => raised[name] > limits[name])
    .map((name) => `  ${LIMITS[name].name}: ${whole(raised[name])} instead of ${whole(limits[name])}`);
  const isWarmer = raised.tableWrites > limits.tableWrites;
  const deployed = isWarmer || raised.stage > limits.stage;
  const insteads = granted.simulated.refused.flatMap((one) => {
    const { what: name, instead } = cureOf(one.what);
    return instead && isSubstantial(one, event) ? [`  ${name}: ${instead}`] : [];
  });
  const section = (title: string, lines: string[]) => (lines.length ? ['', title, ...lines] : []);
  return [
    ...section('Ask for in Service Quotas, some two weeks before:', quotas),
    ...section(
      `Deploy, a day before, with${isWarmer ? ' a warm table (AWS charges the warming once, and keeps it)' : ''}:`,
      deployed ? [`  ${command(event, raised)}`] : [],
    ),
    ...section('With these:', quotas.length || deployed ? parts(event, granted.simulated) : []),
    ...section('And still refused, and said again:', quotas.length || deployed ? refusalLines(granted.simulated) : []),
    ...section('No quota helps against:', [...new Set(insteads)]),
  ];
}

/** Percentiles 0 to 100 keep the JSON small. */
const hundredths = (curve: Curve) => Array.from({ length: 101 }, (_, i) => percentile(curve, i / 100));
const CURVES: (keyof Simulated)[] = ['joined', 'heard', 'acknowledged', 'waited', 'revealed'];
const inHundredths = (simulated: Simulated) => ({
  ...simulated,
  ...Object.fromEntries(CURVES.map((name) => [name, hundredths(simulated[name] as Curve)])),
});

export const planJson = ({ granted, ...plan }: Plan) =>
  JSON.stringify(
    {
      ...plan,
      simulated: inHundredths(plan.simulated),
      requests: granted.requests satisfies QuotaRequests,
      granted: inHundredths(granted.simulated),
    },
    null,
    1,
  );

export function planText(plan: Plan): string {
  const { event, questions, limits, simulated, reckoned, granted } = plan;
  const [first] = simulated.refused;
  const prices = (Object.keys(PRICES) as Priced[]).map(
    (name) =>
      `  ${NAMES[name].padEnd(24)}${whole(reckoned.usage[name]).padStart(14)}   $${(reckoned.usage[name] * PRICES[name]).toFixed(2)}`,
  );
  const warming = granted.requests.tableWrites ? ', and what AWS charges once for warming the table' : '';
  return [
    `${whole(event.players)} players, ${questions} questions of ${event.reading} s to read`,
    '',
    `As deployed by ${command(event, limits)} (${event.shards} ${event.shards === 1 ? 'shard' : 'shards'}):`,
    ...parts(event, simulated),
    '',
    ...(first
      ? [
          `The first refusal: ${cureOf(first.what).what}, ${when(first)}.`,
          'Refused on the way, and said again with jitter:',
          ...refusalLines(simulated),
        ]
      : ['Nothing is refused, and no quota has to be raised.']),
    ...cures(plan),
    '',
    `The game lasts ${Math.round(reckoned.lasts / 60)} minutes and costs about $${reckoned.dollars.toFixed(2)} (us-east-1, no free tier)${warming}:`,
    ...prices,
    '',
    'This rests on:',
    ...(Object.keys(LIMITS) as (keyof AccountLimits)[]).map((key) => {
      const { name, source } = LIMITS[key];
      return `  ${whole(limits[key]).padStart(7)}  ${name} (${source})`;
    }),
  ].join('\n');
}
