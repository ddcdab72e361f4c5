import type { ReadonlySignal } from '@preact/signals-core';
import type { Draft } from '../../../game/quiz/library.ts';
import type { ConnectionStatus } from '../../connection/status.ts';
import type { Heading } from './edited-quiz.ts';
import type { Versioned } from './row.ts';
import type { RowNews } from './rows.ts';

/** `there`: somebody else's, and nothing was changed. Undefined: there is no session any more. */
export type SaveReply<T> = { saved: true } | { there: Versioned<T> } | { refused: string } | undefined;

export interface LoadedQuiz {
  heading: Versioned<Heading>;
  drafts: ReadonlyMap<string, Versioned<Draft>>;
}

/** To the server, about one quiz. Requests are repeated until they are answered. */
export interface EditorLine {
  status: ReadonlySignal<ConnectionStatus>;
  /** Thrown away on another page; what is typed is saved all the same. */
  isBinned: ReadonlySignal<boolean>;
  /** Out of the bin. */
  takeOut(): Promise<void>;
  /** From then on others' changes are heard. `none`: there is no such quiz. */
  load(): Promise<LoadedQuiz | 'none' | undefined>;
  /** @param row its version is the new one */
  saveHeading(row: Versioned<Heading>): Promise<SaveReply<Heading>>;
  saveDraft(id: string, row: Versioned<Draft>): Promise<SaveReply<Draft>>;
  /** Others' changes, and each new connection, which hears of none before it has loaded. @returns how to stop */
  listen(heard: (news: RowNews) => void, connected: () => void): () => void;
}
