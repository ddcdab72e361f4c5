// The report of `npm run faults`.
import { type FaultRun, type Faults, neverMet, type Place } from './fault-runs.ts';

export interface Outcome {
  place: Place;
  seed: number;
  /** ms */
  took: number;
  /** Undefined when the run failed. */
  run?: FaultRun;
  error?: string;
}

export const again = ({ seed, place }: Outcome) => `npm run faults -- --seed ${seed} --on ${place}`;

export const sumOf = (faults: Faults) => Object.values(faults).reduce((sum, times) => sum + times, 0);

export function report(outcomes: readonly Outcome[], places: readonly Place[]): string {
  const passed = (place: Place) => outcomes.flatMap((one) => (one.place === place && one.run ? [one.run] : []));
  const failed = outcomes.filter(({ error }) => error);
  const total = (place: Place, of: (run: FaultRun) => number) => passed(place).reduce((sum, run) => sum + of(run), 0);
  const row = (name: string, figure: (place: Place) => number | string) =>
    `  ${name.padEnd(26)}${places.map((place) => String(figure(place)).padStart(10)).join('')}`;
  const sorts = [...new Set(outcomes.flatMap(({ run }) => Object.keys(run?.faults ?? {})))].sort();
  return [
    row('', (place) => place),
    row('runs', (place) => outcomes.filter((one) => one.place === place).length),
    row('passed', (place) => passed(place).length),
    row('answers acknowledged', (place) => total(place, ({ acknowledged }) => acknowledged)),
    '',
    ...sorts.map((sort) => row(sort, (place) => total(place, ({ faults }) => faults[sort] ?? 0) || '·')),
    row('faults in all', (place) => total(place, ({ faults }) => sumOf(faults))),
    '',
    ...places.flatMap((place) => {
      const missing = neverMet(place, passed(place));
      return missing.length ? [`Not shown on ${place}, since it never happened: ${missing.join(', ')}`, ''] : [];
    }),
    ...(outcomes.length === 0
      ? ['No run came to its end.']
      : failed.length === 0
        ? ['Every run passed: each acknowledged answer counted once, no score wrong, nobody stuck, nothing typed lost.']
        : [`Failed: ${failed.length}. To repeat:`, ...failed.map((one) => `  ${again(one)}\n    ${one.error?.split('\n')[0]}`)]),
  ].join('\n');
}
