import { signal } from '@preact/signals-core';
import type { Draft } from '../../../game/quiz/library.ts';
import type { LibraryQuiz } from '../../../game/wire/server-frames.ts';
import type { BrowserEnvironment } from '../../browser/environment.ts';
import type { PageSession } from '../../connection/page-session.ts';
import type { LibraryModel } from '../../ui/library-model.ts';
import { host as words } from '../../words/en.ts';
import { createBringing } from './bring/create-bringing.ts';
import { createOwnQuizzes } from './own-quizzes.ts';

export function createLibrary(session: PageSession, key: string, environment: BrowserEnvironment): LibraryModel {
  const own = createOwnQuizzes(session.ask, key, environment);
  const editing = signal<string>();
  const exporting = signal<LibraryQuiz>();
  const speed = signal(true);
  let toAdd: readonly Draft[] = [];
  function edit(quiz: string | undefined, add: readonly Draft[] = []) {
    toAdd = add;
    editing.value = quiz;
    if (!quiz) void own.refresh();
  }
  return {
    own,
    bringing: createBringing(session.ask, key, environment, edit),
    editing,
    edit,
    toAdd() {
      const drafts = toAdd;
      toAdd = [];
      return drafts;
    },
    async editCopy({ id, title }) {
      const copy = await own.copy(id, true, words.own.copyOf(title));
      if (copy) edit(copy);
    },
    exporting,
    export: (quiz) => (exporting.value = quiz),
    editor: { session, environment, key },
    speed,
    setSpeed: (on) => (speed.value = on),
  };
}
