// What one reads on the way out of the library, in English: loaded with the export.
import type { KindName } from '../../game/quiz/questions/index.ts';

const CALLS: Record<KindName, string> = {
  choice: 'Tick one.',
  several: 'Tick all that are right.',
  'true-false': 'True or false?',
  typed: 'Write your answer.',
  poll: 'Nothing is right or wrong here: tick what you think.',
};

export const out = {
  formats: 'Format',
  untitled: 'Untitled',
  own: {
    quizcast: { name: 'Quizcast file', hint: 'Everything, with its pictures. Opens in any Quizcast' },
    json: { name: 'JSON', hint: 'A text file to edit, to compare, or to play from the command line' },
  },
  /** By what the writer calls itself. */
  hints: {
    'Kahoot quiz': 'A spreadsheet that Kahoot imports',
    Table: 'For Excel and the like',
    'Moodle GIFT': 'A text that Moodle imports',
    'Moodle XML': 'For Moodle, with pictures',
    'QTI 2.1': 'A zip for Canvas, TAO and other learning platforms, with pictures',
  } as Partial<Record<string, string>>,
  paper: {
    blank: { name: 'Printable sheet', hint: 'To fill in' },
    answered: { name: 'Printable sheet with answers', hint: 'What is right is ticked' },
    versions: { name: 'Two printable versions, A and B', hint: 'Options in another order, a key for each' },
  },
  preparing: 'Looking at what this format keeps…',
  keepsAll: 'Everything is kept.',
  losses: 'What this format does not keep',
  unfinished: (where: string, one: boolean) =>
    one ? `Question ${where} is not finished and is left out.` : `Questions ${where} are not finished and are left out.`,
  nothingFinished: 'No question of this quiz is finished. It can be saved as a Quizcast file or as JSON.',
  failed: 'The quiz did not come through. Try again when the line is back.',
  again: 'Try again',
  blocked: 'The browser has stopped the new tab. Allow it for this page, then try again.',
  save: 'Save',
  print: 'Open to print',
};

export const paper = {
  language: 'en',
  calls: CALLS,
  name: 'Name',
  group: 'Class',
  date: 'Date',
  points: (of: number) => `of ${of}`,
  version: (version: string) => `Version ${version}`,
  key: 'Answer key',
  question: 'Question',
  answer: 'Right',
  open: 'any',
  true: 'True',
  false: 'False',
};
