// Text report of a rehearsal.
import type { BotGame } from './bot-game.ts';
import type { Rehearsal } from './rehearsal.ts';

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Median, 95th percentile, maximum. */
function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return [0.5, 0.95, 1].map((share) => `${Math.round(at(sorted, share))} ms`.padStart(8)).join('');
}

/** Times show hangs, not the speed of AWS. */
export function report(
  { players, questions, joins, heard, acknowledged, revealed, backInSeat, told }: BotGame,
  { counts, faults }: Rehearsal,
): string {
  const units = counts.units();
  // dynalite reports no index units.
  const index = units.indexWrites ? `of the index ${units.indexWrites}` : 'of the index untold (--engine local tells)';
  const functions = [...counts.functions]
    .filter(([, { invocations }]) => invocations)
    .map(([name, { invocations, coldStarts, ms }]) => {
      const short = name.replace(/[0-9A-F]{8}$/, '').toLowerCase();
      return `  ${short.padEnd(12)}${String(invocations).padStart(8)}${String(coldStarts).padStart(12)}  ${spread(ms)}`;
    });
  const calls = [...counts.calls].toSorted().map(([action, times]) => `  ${action.padEnd(34)}${String(times).padStart(8)}`);
  return [
    `${players} players, ${questions} questions: played to the end, everybody told ${told === 1 ? 'once' : 'at most twice'}, every point recounted.`,
    '',
    '                          median     95 %     most',
    `  join                  ${spread(joins)}`,
    `  hears the question    ${spread(heard.flat())}`,
    `  answer acknowledged   ${spread(acknowledged)}`,
    `  hears the reveal      ${spread(revealed)}`,
    `  back in the seat      ${spread(backInSeat)}`,
    '',
    '  function   invocations cold starts    median    95 %    most',
    ...functions,
    '',
    ...calls,
    `  write units ${units.writes}, ${index}, read units ${units.reads}`,
    '',
    faults.length ? `FAULTS: ${faults.length}` : 'No faults: nothing was refused, forgotten or left running.',
    ...faults.slice(0, 20).map((fault) => `  - ${fault}`),
  ].join('\n');
}
