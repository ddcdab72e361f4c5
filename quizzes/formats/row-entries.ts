// From the rows of a table to questions: the kind follows from what a row has.
import { amongOthers } from './among-others.ts';
import { left, type More, pollDraft, read, trueFalseDraft, typedDraft } from './drafts.ts';
import type { Entry } from './format.ts';
import { isBeyond, keptOptions, optionsEntry, secondsFrom, tidy, tooLong } from './option-cells.ts';
import { truthOf } from './question-types.ts';
import { type RightAnswers, rightAnswers } from './right-answers.ts';
import { isBlank } from './sheet.ts';
import type { Row } from './table-rows.ts';

/** What a row needs from around it. */
export interface RowContext {
  at(row: Row): string;
  picture(row: Row): More['picture'];
  /** What is known of the row before it is read. */
  changes(row: Row): string[];
  /** Right answers are numbers in this format, whatever the answers say. */
  isNumbered: boolean;
  /** The right answer never is among the others in this format. */
  isApart: boolean;
}

const WITHOUT_OPTIONS = 'no wrong answers in the file: players type the right one';

const accepted = (right: string) =>
  right
    .split(/[;|\n]/)
    .map(tidy)
    .filter(Boolean);

/** The right answer in words beside wrong ones, rather than one of the options. */
function standsApart(rows: readonly Row[], answers: RightAnswers, { isNumbered, isApart }: RowContext): boolean {
  if (isApart || isNumbered) return isApart;
  const saying = rows.filter((row) => tidy(row.right) && !isBlank(row.options) && !row.marked);
  const found = saying.filter((row) => answers.of(row)).length;
  return saying.length > 0 && (rows.some((row) => row.hasWrong) || found < saying.length / 2);
}

function truthIn(row: Row, answers: RightAnswers): boolean | undefined {
  const [number] = answers.of(row)?.numbers ?? [];
  return truthOf(row.right) ?? truthOf(row.options[(number ?? 0) - 1] ?? '');
}

function withOptions(row: Row, answers: RightAnswers, isApart: boolean, place: string, more: More, changes: string[]): Entry {
  const rest = { ...more, seconds: row.seconds, several: row.type === 'many' };
  const right = answers.of(row);
  const said = tidy(row.right);
  if (isApart && said) {
    const mixed = amongOthers(row.text, row.right, row.options);
    return optionsEntry(place, row.text, mixed.options, [mixed.right], { ...rest, changes });
  }
  const unknown = said && !right ? [`right answer “${said.slice(0, 80)}” is none of the answers`] : [];
  const all = [...changes, ...(right?.changes ?? []), ...unknown];
  return optionsEntry(place, row.text, row.options, right?.numbers ?? [], { ...rest, changes: all });
}

function entryOf(row: Row, answers: RightAnswers, isApart: boolean, context: RowContext): Entry {
  const place = context.at(row);
  const whole = row.cells.filter((cell) => cell.trim()).join(' | ');
  if (isBeyond(row.cells)) return tooLong(place, whole);
  if (row.type === 'none of ours') return left(place, whole, `“${row.typeName}” is a kind of question that we do not have`);
  const { seconds, changes: aboutTime } = secondsFrom(row.seconds);
  const more: More = { seconds, explanation: row.explanation, picture: context.picture(row) };
  const changes = [...context.changes(row), ...aboutTime];
  const text = tidy(row.text);
  const options = keptOptions(row.options, []).options.map((option) => option.text);
  if (row.type === 'opinion') return read(place, pollDraft(text, options, more), changes);
  if (row.type === 'true or false' || (!options.length && truthOf(row.right) !== undefined))
    return read(place, trueFalseDraft(text, truthIn(row, answers), more), changes);
  const isChosen = options.length > 1 && answers.of(row);
  if (row.type === 'to type' && !isChosen)
    return read(place, typedDraft(text, options.length ? options : accepted(row.right), more), changes);
  if (!options.length && tidy(row.right) && !context.isNumbered)
    return read(place, typedDraft(text, accepted(row.right), more), [...changes, WITHOUT_OPTIONS]);
  return withOptions(row, answers, isApart, place, more, context.changes(row));
}

export function entriesOf(rows: readonly Row[], context: RowContext): { entries: Entry[]; remarks: string[] } {
  const answers = rightAnswers(rows, context.isNumbered);
  const isApart = standsApart(rows, answers, context);
  return {
    entries: rows.map((row) => entryOf(row, answers, isApart, context)),
    remarks: isApart ? ['The right answer stands apart in this file: it was put among the others.'] : answers.remarks,
  };
}
