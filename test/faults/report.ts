// What `npm run faults` says when it is over.
import type { Faults } from './fault-runs.ts';

export interface Outcome {
  place: string;
  seed: number;
  /** ms */
  took: number;
  /** How many there were, by sort; undefined when the evening did not come out right. */
  faults?: Faults;
  error?: Error;
}

export const again = ({ seed, place }: Outcome) => `npm run faults -- --seed ${seed} --on ${place}`;

export const sumOf = (faults: Faults) => Object.values(faults).reduce((sum, times) => sum + times, 0);

/** As a page of text: evenings and faults for each place, and how to play those again that failed. */
export function report(outcomes: readonly Outcome[], places: readonly string[]): string {
  const of = (place: string) => outcomes.filter((one) => one.place === place);
  const right = (place: string) => of(place).flatMap(({ faults }): Faults[] => (faults ? [faults] : []));
  const failed = outcomes.filter(({ error }) => error);
  const times = (place: string, sort: string) => right(place).reduce((sum, faults) => sum + (faults[sort] ?? 0), 0);
  const row = (name: string, figure: (place: string) => number | string) =>
    `  ${name.padEnd(24)}${places.map((place) => String(figure(place)).padStart(10)).join('')}`;
  const sorts = [...new Set(places.flatMap((place) => right(place).flatMap((faults) => Object.keys(faults))))].sort();
  return [
    row('', (place) => place),
    row('evenings', (place) => of(place).length),
    row('came out right', (place) => right(place).length),
    '',
    ...sorts.map((sort) => row(sort, (place) => times(place, sort) || '·')),
    row('faults in all', (place) => right(place).reduce((sum, faults) => sum + sumOf(faults), 0)),
    '',
    ...(outcomes.length === 0
      ? ['No evening came to its end.']
      : failed.length === 0
        ? ['Every evening came out right.']
        : [
            `${failed.length === 1 ? 'One evening' : `${failed.length} evenings`} did not come out right. To play again:`,
            ...failed.map((one) => `  ${again(one)}\n    ${one.error!.message.split('\n')[0]}`),
          ]),
  ].join('\n');
}
