// What the plan says, as a page of text.
import { NAMES, PRICES, type Priced } from '../../infra/prices.ts';
import { drawChart } from '../chart.ts';
import { percentile } from '../figures.ts';
import type { Reckoned } from './costs.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { Curve, Event, Simulated } from './simulate.ts';

const whole = (n: number) => Math.round(n).toLocaleString('en');
const seconds = (ms: number) => (ms < 100 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);
const last = (curve: Curve) => curve.at(-1) ?? 0;

/** What to ask AWS for: each quota with what it is and what would do. */
export type Wishes = { [K in keyof Limits]?: number };

export interface Plan {
  event: Event;
  questions: number;
  limits: Limits;
  simulated: Simulated;
  reckoned: Reckoned;
  wishes: Wishes;
  /** The same event when every wish is granted. */
  granted: Simulated;
}

function parts({ event: { players, arriving, answering }, simulated }: Plan): string[] {
  const { joined, heard, opens, waited, revealed, environments } = simulated;
  const spare = opens - last(heard);
  const told =
    heard.length === players
      ? 'the last phone has it'
      : `${whole(players - heard.length)} phones are not told in time; the last that is has it`;
  return [
    `Joining      all are in after ${seconds(last(joined))}, coming over ${arriving} s; ${whole(environments.coldStarts)} cold starts`,
    `A question   ${told} ${seconds(last(heard))} after the click; it opens after ${seconds(opens)}: ${seconds(Math.abs(spare))} ${spare < 0 ? 'too late' : 'to spare'}`,
    `Answers      from ${answering[0]} to ${answering[1]} s after the opening; half are acknowledged within ${seconds(percentile(waited, 0.5))}, the slowest within ${seconds(last(waited))}`,
    `The reveal   the last phone has it ${seconds(last(revealed))} after it was due`,
  ];
}

const refusals = (simulated: Simulated) =>
  Object.entries(simulated.refused)
    .sort(([, a], [, b]) => b.times - a.times)
    .map(([what, { times, first }]) => `  ${whole(times).padStart(9)} ×  ${what}, first ${seconds(first)} into it`);

/** How many have the question, their acknowledgement and the reveal, second by second. */
export function planChart({ event, simulated: { heard, acknowledged, revealed } }: Plan): string {
  const share = (curve: Curve) =>
    Array.from({ length: 51 }, (_, i) => {
      const at = curve[Math.min(curve.length - 1, Math.floor((curve.length * i) / 50))] ?? 0;
      return [at / 1000, (100 * i * curve.length) / 50 / event.players] as const;
    });
  return drawChart({
    title: `${whole(event.players)} players: who has it by when`,
    x: 'seconds after the click, the opening and the reveal',
    y: 'players, %',
    series: [
      { name: 'the question', points: share(heard) },
      { name: 'the acknowledgement', points: share(acknowledged) },
      { name: 'the reveal', points: share(revealed) },
    ],
  });
}

/** In hundredths, 0 to 100: a number for each of 100,000 players would be megabytes that nobody reads. */
const hundredths = (curve: Curve) => Array.from({ length: 101 }, (_, i) => percentile(curve, i / 100));
const inHundredths = (simulated: Simulated) =>
  Object.fromEntries(Object.entries(simulated).map(([name, value]) => [name, Array.isArray(value) ? hundredths(value) : value]));

export const planJson = (plan: Plan) =>
  JSON.stringify({ ...plan, simulated: inHundredths(plan.simulated), granted: inHundredths(plan.granted) }, null, 1);

export function planText(plan: Plan): string {
  const { event, questions, limits, simulated, reckoned, wishes, granted } = plan;
  const refused = refusals(simulated);
  const prices = (Object.keys(PRICES) as Priced[]).map(
    (name) =>
      `  ${NAMES[name].padEnd(24)}${whole(reckoned.usage[name]).padStart(14)}   $${(reckoned.usage[name] * PRICES[name]).toFixed(2)}`,
  );
  const asked = Object.entries(wishes).map(
    ([name, value]) =>
      `  ${LIMITS[name as keyof Limits].name}: ${whole(value)} instead of ${whole(limits[name as keyof Limits])}`,
  );
  return [
    `${whole(event.players)} players, ${questions} questions of ${event.reading} s to read; npx cdk deploy -c expectedPlayers=${event.players} (${event.shards} shards)`,
    '',
    ...parts(plan),
    '',
    refused.length ? 'Refused on the way, and said again with jitter:' : 'Nothing is refused.',
    ...refused,
    '',
    asked.length ? 'Ask for, some two weeks before:' : 'No quota has to be raised.',
    ...asked,
    ...(asked.length ? ['', 'With these:', ...parts({ ...plan, simulated: granted }), ...refusals(granted)] : []),
    '',
    `The game lasts ${Math.round(reckoned.lasts / 60)} minutes and costs about $${reckoned.dollars.toFixed(2)} (us-east-1, no free tier):`,
    ...prices,
    '',
    'This rests on:',
    ...(Object.keys(LIMITS) as (keyof Limits)[]).map((key) => {
      const { name, source } = LIMITS[key];
      return `  ${whole(limits[key]).padStart(7)}  ${name} (${source})`;
    }),
  ].join('\n');
}
