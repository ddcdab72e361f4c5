import * as v from 'valibot';

/** Characters. */
const OPTION_MOST = 150;
const TEXT = `a text of 1 to ${OPTION_MOST} characters`;
const optionText = v.pipe(v.string('text'), v.trim(), v.minLength(1, TEXT), v.maxLength(OPTION_MOST, TEXT));

export const optionList = v.pipe(
  v.array(optionText, 'a list of 2 to 6 texts'),
  v.minLength(2, 'a list of 2 to 6 texts'),
  v.maxLength(6, 'a list of 2 to 6 texts'),
);

export const optionNumber = v.pipe(
  v.number('an option’s number, counted from 1'),
  v.integer('an option’s number, counted from 1'),
  v.minValue(1, 'an option’s number, counted from 1'),
  v.maxValue(6, 'an option’s number, counted from 1'),
);

export const duplicateOptions = (options: readonly string[]) =>
  new Set(options).size < options.length ? [{ field: 'options', should: 'options that all differ' }] : [];
