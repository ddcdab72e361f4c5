// Tables with a row for each option, as databases give them out: the question is repeated, or stands only in the first.
import { isAnswerName, isFlagName } from './column-names.ts';
import type { Header } from './header.ts';
import { isYes } from './option-flags.ts';
import { isBlank, type Sheet } from './sheet.ts';
import { type Row, rowOf } from './table-rows.ts';

interface Places {
  text: number;
  option: number;
  flag: number;
}

function placesIn({ columns }: Header): Places | undefined {
  const text = columns.findIndex(({ role }) => role === 'text');
  const options = columns.flatMap(({ name }, i) => (i !== text && isAnswerName(name) ? [i] : []));
  const flags = columns.flatMap(({ name }, i) => (i !== text && !options.includes(i) && isFlagName(name) ? [i] : []));
  const [option, flag] = [options[0] ?? -1, flags[0] ?? -1];
  const isPlain = options.length === 1 && flags.length === 1;
  return isPlain && text >= 0 && option >= 0 && flag >= 0 ? { text, option, flag } : undefined;
}

const NO = /^(?:false|f|0(?:\.0)?|n|no|nein|non|wrong|incorrect|falsch|-|✗|❌|)$/iu;
const isTruth = (cell: string) => isYes(cell) || NO.test(cell.trim());

/** @returns undefined: the rows are questions */
export function optionRows({ rows }: Sheet, header: Header): Row[] | undefined {
  const places = placesIn(header);
  if (!places) return undefined;
  const { text, option, flag } = places;
  const below = rows.flatMap((cells, i) => (i > header.row && !isBlank(cells) ? [{ cells, number: i + 1 }] : []));
  if (!below.every(({ cells }) => isTruth(cells[flag] ?? ''))) return undefined;
  const groups: (typeof below)[] = [];
  for (const row of below) {
    const asked = row.cells[text]?.trim() ?? '';
    const last = groups.at(-1);
    if (last && (!asked || asked === last[0]?.cells[text]?.trim())) last.push(row);
    else groups.push([row]);
  }
  if (groups.length > below.length / 2) return undefined;
  return groups.flatMap((group): Row[] => {
    const [first] = group;
    if (!first) return [];
    return [
      {
        ...rowOf(first.cells, first.number, header, []),
        cells: group.flatMap(({ cells }) => cells),
        options: group.map(({ cells }) => cells[option] ?? ''),
        right: '',
        marked: group.flatMap(({ cells }, i) => (isYes(cells[flag] ?? '') ? [i + 1] : [])),
      },
    ];
  });
}
