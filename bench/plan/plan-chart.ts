// Chart of delivery times in the plan.
import { drawChart } from '../chart.ts';
import { percentile } from '../figures.ts';
import type { Curve, Event, Simulated } from './simulate.ts';

const PERCENTS = [...Array.from({ length: 20 }, (_, i) => 5 * i), 99, 100];

export function planChart({ players }: Event, { heard, opens, acknowledged, revealed }: Simulated): string {
  /** Points: seconds, % of all players. */
  const share = (curve: Curve) =>
    PERCENTS.map((percent) => [percentile(curve, percent / 100) / 1000, percent * (curve.length / players)] as const);
  const opening = [0, 100].map((percent) => [opens / 1000, percent] as const);
  return drawChart({
    title: `${players.toLocaleString('en')} players: who has it by when`,
    x: 'seconds after the click, the opening, or when the reveal was due',
    y: 'players, %',
    series: [
      { name: 'the question, after the click', points: share(heard) },
      { name: 'the question opens, after the click', points: opening, baseline: true },
      { name: 'the acknowledgement, after the opening', points: share(acknowledged) },
      { name: 'the reveal, after it was due', points: share(revealed) },
    ],
  });
}
