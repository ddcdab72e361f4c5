import { useEffect, useRef } from 'preact/hooks';
import type { LibraryQuiz } from '../../../game/wire/server-frames.ts';
import type { HostModel } from '../../ui/page-model.ts';
import { host as words } from '../../words/en.ts';
import { FirstSteps } from './first-steps.tsx';
import { QuizCover } from './quiz-cover.tsx';
import { QuizMenu } from './quiz-menu.tsx';

/** The host's own quizzes, or what is in their bin. */
export function OwnSection({ model, play }: { model: HostModel; play(quiz: LibraryQuiz): void }) {
  const { own } = model;
  const quizzes = own.quizzes.value;
  const isBin = own.isBin.value;
  const search = own.search.value;
  const isFirst = quizzes?.length === 0 && !isBin && search === '';
  return (
    <section aria-labelledby="own">
      <div class="shelf-line">
        <h2 id="own">{isBin ? words.own.bin : words.own.title}</h2>
        {!isFirst && (
          <input
            type="search"
            class="search"
            value={search}
            placeholder={words.own.search}
            aria-label={words.own.search}
            onInput={({ currentTarget }) => own.find(currentTarget.value)}
          />
        )}
        <button type="button" class="quiet-button" onClick={() => own.showBin(!isBin)}>
          {isBin ? words.own.leaveBin : words.own.bin}
        </button>
      </div>
      {isFirst && <FirstSteps model={model} />}
      {quizzes?.length === 0 && !isFirst && <p class="empty">{isBin ? words.own.binEmpty : words.own.nothingFound(search)}</p>}
      <ul class="covers" aria-busy={!quizzes}>
        {(quizzes ?? []).map((quiz, i) => (
          <li key={quiz.id} class="own">
            <QuizCover
              quiz={quiz}
              nth={i}
              opening={model.busy.value && model.opening.value === quiz.id}
              open={() => (isBin ? own.takeBack(quiz) : quiz.questions ? play(quiz) : model.edit(quiz.id))}
              note={noteOf(quiz)}
            />
            <QuizMenu model={model} quiz={quiz} />
          </li>
        ))}
      </ul>
      {own.hasMore.value && <MoreWhenSeen more={own.more} />}
    </section>
  );
}

const noteOf = ({ savedAt, playedAt, binnedAt }: LibraryQuiz) =>
  binnedAt === undefined ? (playedAt ? words.own.played(playedAt) : words.own.saved(savedAt)) : words.own.takeBack;

/** The next page comes as its end comes into sight. */
function MoreWhenSeen({ more }: { more(): void }) {
  const end = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!end.current) return;
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && more(), { rootMargin: '600px' });
    watch.observe(end.current);
    return () => watch.disconnect();
  });
  return (
    <button type="button" class="quiet-button more-quizzes" ref={end} onClick={more}>
      {words.own.more}
    </button>
  );
}
