import Papa from 'papaparse';
import type { ResultQuestion } from '../../../game/scoring/results.ts';
import type { RankedPlayer, Results } from '../../connection/gather-results.ts';
import { safeName } from '../../ui/save-file.ts';
import { host } from '../../words/en.ts';

const { columns, marks, file, game: gameName } = host.csv;

/** Spreadsheets need it to recognise UTF-8. */
const BOM = '\uFEFF';

/**
 * `escapeFormulae`: names such as `=HYPERLINK(…)` are not executed.
 * @param locale the browser's unless given; where the decimal sign is a comma, spreadsheets separate by semicolons
 */
export function resultsCsv({ questions, players }: Results, locale?: string): string {
  const comma = new Intl.NumberFormat(locale).format(0.5).includes(',');
  const data = players.flatMap((player) => questions.map((question) => row(player, question)));
  const local = data.map((cells) =>
    cells.map((cell) => (comma && typeof cell === 'number' ? String(cell).replace('.', ',') : cell)),
  );
  return BOM + Papa.unparse({ fields: columns, data: local }, { escapeFormulae: true, delimiter: comma ? ';' : ',' });
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

/** @param game from 0, where there are several */
export function resultsFileName(title: string, day: Date, game?: number): string {
  const safe = safeName(title);
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  return `${safe || file} ${date}${game === undefined ? '' : ` ${gameName(game + 1)}`}.csv`;
}
