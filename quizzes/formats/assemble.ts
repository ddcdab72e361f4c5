import type { Brought, Draft } from './format.ts';
import { guessLanguage } from './guess-language.ts';
import type { Reviewed } from './review.ts';

export interface Assembled {
  title: string;
  language: string;
  questions: Draft[];
}

const MOST_QUESTIONS = 200;
const LONGEST_TITLE = 80;

const textsOf = (drafts: readonly Draft[]) =>
  drafts.flatMap(({ text, options }) => [
    text,
    ...(Array.isArray(options) ? options.filter((one) => typeof one === 'string') : []),
  ]);

const parts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

const inWords = (language: string) => new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;

/** File name without folder and ending. */
const nameOf = (file: string) => file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '') || file;

/**
 * Quizzes to play from what came, and what has to be finished first.
 * @param language said by whoever brings the file
 */
export function assemble(brought: Brought, rows: readonly Reviewed[], file: string, language?: string) {
  const drafts = (verdicts: readonly string[]) =>
    rows.flatMap(({ entry, verdict }) => (entry.outcome === 'read' && verdicts.includes(verdict) ? [entry.draft] : []));
  const all = drafts(['taken', 'changed', 'draft']);
  const whole = drafts(['taken', 'changed']);
  const toFinish = drafts(['draft']);
  const said = language ?? brought.language?.match(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)?.[0];
  const guessed = guessLanguage(textsOf(all));
  const title = (brought.title ?? nameOf(file)).replace(/\s+/g, ' ').trim() || 'Quiz';
  const several = all.length > MOST_QUESTIONS;
  const short = title.length > LONGEST_TITLE - 6 ? `${title.slice(0, LONGEST_TITLE - 7)}…` : title;
  const base = several || title.length > LONGEST_TITLE ? short : title;
  const quizOf = (name: string, questions: Draft[]): Assembled => ({ title: name, language: said ?? guessed ?? 'en', questions });
  return {
    title: base,
    language: said ?? guessed ?? 'en',
    quizzes: parts(whole, MOST_QUESTIONS).map((questions, i) => quizOf(several ? `${base} (${i + 1})` : base, questions)),
    toFinish: toFinish.length ? quizOf(base, toFinish) : undefined,
    remarks: [
      ...(said
        ? []
        : [
            `The file does not say its language: ${guessed ? `taken for ${inWords(guessed)}, by its words` : 'English was assumed'}.`,
          ]),
      ...(base === title ? [] : [`The title was too long: “${title.slice(0, 200)}”.`]),
      ...(several ? [`A quiz has ${MOST_QUESTIONS} questions at most: ${all.length} became several quizzes.`] : []),
    ],
  };
}
