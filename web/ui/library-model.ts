// What the library's screens draw.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Draft } from '../../game/quiz/library.ts';
import type { LibraryQuiz, ShelfQuiz } from '../../game/wire/server-frames.ts';
import type { BrowserEnvironment } from '../browser/environment.ts';
import type { PageSession } from '../connection/page-session.ts';
import type { BringQuiz } from './bringing-model.ts';

export interface OwnQuizzes {
  /** Newest first, as far as they were asked for; undefined until they come. */
  quizzes: ReadonlySignal<readonly LibraryQuiz[] | undefined>;
  hasMore: ReadonlySignal<boolean>;
  search: ReadonlySignal<string>;
  /** Shown instead: what is in the bin. */
  isBin: ReadonlySignal<boolean>;
  /** The last one that went into the bin, while one click takes it back. */
  justBinned: ReadonlySignal<LibraryQuiz | undefined>;
  refresh(): Promise<void>;
  /** The next page. */
  more(): void;
  find(search: string): void;
  showBin(is: boolean): void;
  bin(quiz: LibraryQuiz): void;
  takeBack(quiz: LibraryQuiz): void;
  /** It stays in the bin. */
  forgetBinned(): void;
  /** @returns the copy's id; undefined when it could not be made */
  copy(of: string, sample: boolean, title: string): Promise<string | undefined>;
}

export interface LibraryModel {
  /** Faster right answers earn more. */
  speed: ReadonlySignal<boolean>;
  setSpeed(on: boolean): void;
  own: OwnQuizzes;
  bringing: BringQuiz;
  /** The quiz in the editor, or `new`. */
  editing: ReadonlySignal<string | undefined>;
  /** @param add questions that its editor adds to it */
  edit(quiz: string | undefined, add?: readonly Draft[]): void;
  /** Once: what the editor of this quiz is to add. */
  toAdd(): readonly Draft[];
  editCopy(sample: ShelfQuiz): void;
  /** Which quiz is being taken out. */
  exporting: ReadonlySignal<LibraryQuiz | undefined>;
  export(quiz: LibraryQuiz | undefined): void;
  /** What the editor needs of the page. */
  editor: { session: PageSession; environment: BrowserEnvironment; key: string };
}
