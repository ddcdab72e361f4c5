import Papa from 'papaparse';
import type { ResultQuestion } from '../../../game/scoring/results.ts';
import type { RankedPlayer, Results } from '../../connection/gather-results.ts';
import { host } from '../../words/en.ts';

const { columns, marks, file } = host.csv;

/** Spreadsheets need it to recognise UTF-8. */
const BOM = '\uFEFF';

/** `escapeFormulae`: names such as `=HYPERLINK(…)` are not executed. */
export function resultsCsv({ questions, players }: Results): string {
  const data = players.flatMap((player) => questions.map((question) => row(player, question)));
  return BOM + Papa.unparse({ fields: columns, data }, { escapeFormulae: true });
}

function row({ name, rank, points, answers }: RankedPlayer, { turn, number, text, right, skipped }: ResultQuestion) {
  const answer = answers.find((one) => one.turn === turn);
  const mark = skipped ? 'skipped' : (answer?.mark ?? 'none');
  return [
    name,
    rank,
    points,
    number,
    text,
    answer?.words ?? '',
    right,
    marks[mark as keyof typeof marks] ?? mark,
    answer?.seconds ?? '',
    skipped ? 0 : (answer?.gained ?? 0),
  ];
}

export function resultsFileName(title: string, day: Date): string {
  const safe = title
    .replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
    .replace(/ +/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  return `${safe || file} ${date}.csv`;
}
