// One question of H5P by its library's name. All of its texts are HTML.
import { amongOthers } from './among-others.ts';
import { left, type More, optionsDraft, pollDraft, read, trueFalseDraft } from './drafts.ts';
import type { Draft, Entry } from './format.ts';
import { typedCount, typedEntries } from './h5p-typed.ts';
import { isRecord, type JsonRecord, listOf, textOf } from './json-value.ts';
import { shownHtml } from './markup/shown-text.ts';
import type { PackedFiles } from './packed-pictures.ts';
import { questionPicture } from './pictures.ts';
import { explanationOf } from './weighted.ts';

export interface H5pPart {
  /** Such as `H5P.MultiChoice`. */
  library: string;
  params: JsonRecord;
  title: string;
}

interface Made {
  draft: Draft;
  changes: string[];
}

const shown = (value: unknown) => shownHtml(textOf(value) ?? '').text;
const record = (value: unknown): JsonRecord => (isRecord(value) ? value : {});

function multiChoice({ question, answers, behaviour }: JsonRecord, more: More): Made {
  const { type, singleAnswer, singlePoint } = record(behaviour);
  const options = listOf(answers).map((answer) => {
    const { text, correct, tipsAndFeedback } = record(answer);
    return {
      text: shown(text),
      right: correct === true || correct === 'true',
      feedback: shown(record(tipsAndFeedback).chosenFeedback),
    };
  });
  const several = type === 'multi' || singleAnswer === false || options.filter((one) => one.right).length > 1;
  const told = explanationOf(options, '');
  const partial = several && singlePoint !== true && options.filter((one) => one.right).length > 1;
  const draft = optionsDraft(shown(question), options, { ...more, several, partial, explanation: told.explanation });
  return { draft, changes: told.changes };
}

function trueFalse({ question, correct, behaviour }: JsonRecord, more: More): Made {
  const said = String(correct).toLowerCase();
  const right = said === 'true' ? true : said === 'false' ? false : undefined;
  const explanation = shown(record(behaviour).feedbackOnCorrect) || undefined;
  return { draft: trueFalseDraft(shown(question), right, { ...more, explanation }), changes: [] };
}

function poll({ question, alternatives, inputType }: JsonRecord, more: More): Made {
  const options = listOf(alternatives).map((one) => shown(isRecord(one) ? one.text : one));
  return {
    draft: pollDraft(shown(question), options, { ...more, ...(inputType === 'checkbox' && { several: true }) }),
    changes: [],
  };
}

/** Its first answer is the right one, whatever players see. */
function singleChoice(choice: unknown): Made {
  const { question, answers } = record(choice);
  const [right, ...wrong] = listOf(answers).map(shown);
  const text = shown(question);
  if (right === undefined) return { draft: optionsDraft(text, []), changes: [] };
  const mixed = amongOthers(text, right, wrong);
  return {
    draft: optionsDraft(
      text,
      mixed.options.map((one, i) => ({ text: one, right: i + 1 === mixed.right })),
    ),
    changes: [],
  };
}

const TAKEN = new Map([
  ['H5P.MultiChoice', multiChoice],
  ['H5P.TrueFalse', trueFalse],
  ['H5P.SimpleMultiChoice', poll],
]);

const SINGLE_CHOICES = 'H5P.SingleChoiceSet';

/** Other libraries that ask something; what remains shows or holds. */
const OTHERS = new Map([
  ['H5P.AdvancedBlanks', 'gaps in a text'],
  ['H5P.DragText', 'gaps in a text'],
  ['H5P.MarkTheWords', 'words to mark in a text'],
  ['H5P.DragQuestion', 'something to drag to its place'],
  ['H5P.ImageHotspotQuestion', 'a place in a picture'],
  ['H5P.ImageMultipleHotspotQuestion', 'places in a picture'],
  ['H5P.MultiMediaChoice', 'a choice of pictures'],
  ['H5P.ImageSequencing', 'an order'],
  ['H5P.SortParagraphs', 'an order'],
  ['H5P.Summary', 'a summary to build'],
  ['H5P.Essay', 'an essay'],
  ['H5P.OpenEndedQuestion', 'an essay'],
  ['H5P.ArithmeticQuiz', 'sums that are drawn anew'],
  ['H5P.Dialogcards', 'cards'],
  ['H5P.GuessTheAnswer', 'an answer to guess'],
  ['H5P.Crossword', 'a crossword'],
  ['H5P.FindTheWords', 'words to find'],
]);

export const isOfFirsts = ({ library }: H5pPart) => library === SINGLE_CHOICES;

/** How many entries a part gives. */
export const countOf = ({ library, params }: H5pPart): number =>
  library === SINGLE_CHOICES
    ? listOf(params.choices).length
    : (typedCount(library, params) ?? (TAKEN.has(library) || OTHERS.has(library) ? 1 : 0));

function pictureIn({ media }: JsonRecord, files: PackedFiles): { picture?: More['picture']; changes: string[] } {
  const { params, library } = record(record(media).type);
  const { file, alt, sources } = record(params);
  const src = textOf(record(file).path);
  if (src !== undefined) return questionPicture([{ src, alt: textOf(alt) ?? '' }], files.media, files.find);
  const isVideo = listOf(sources).length || /^H5P\.(?:Video|Audio)/.test(textOf(library) ?? '');
  return { changes: isVideo ? ['a video or sound was left out'] : [] };
}

/** @param place gives the next entry's place */
export function h5pEntries({ library, params, title }: H5pPart, place: () => string, files: PackedFiles): Entry[] {
  if (library === SINGLE_CHOICES)
    return listOf(params.choices).map((choice) => {
      const { draft, changes } = singleChoice(choice);
      return read(place(), draft, changes);
    });
  if (typedCount(library, params) !== undefined) return typedEntries(library, params, place);
  const take = TAKEN.get(library);
  if (take) {
    const { picture, changes } = pictureIn(params, files);
    const made = take(params, picture ? { picture } : {});
    return [read(place(), made.draft, [...changes, ...made.changes])];
  }
  const asks = OTHERS.get(library);
  if (!asks) return [];
  const text = ['question', 'text', 'taskDescription', 'intro', 'textField'].map((key) => shown(params[key])).find((one) => one);
  return [left(place(), text ?? title, `${asks} (${library}): there is no such kind of question here`)];
}
