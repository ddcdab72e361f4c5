import type { FunctionComponent } from 'preact';
import type { Draft } from '../../game/quiz/library.ts';
import type { KindName, Types } from '../../game/quiz/questions/index.ts';

export interface FormProps {
  draft: Draft;
  /** What is wrong, in words; of a list, with the place. */
  fault(field: string, part?: string | number): string | undefined;
  /** @param field of what is typed: without a pause it is one step to undo */
  set(fields: Draft, field?: string): void;
  /** Of the quiz, BCP 47. */
  language: string;
}

/** How a kind is written. */
export interface KindOnEditor<N extends KindName> {
  /** Its own fields, from those of a question of whatever kind. */
  fieldsFrom(draft: Draft): Draft;
  Form: FunctionComponent<FormProps>;
  /** For the preview, whatever is missing. */
  prompt(draft: Draft, language: string): Types[N]['prompt'];
}
