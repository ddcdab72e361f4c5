import { useEffect, useLayoutEffect } from 'preact/hooks';
import { Heading } from '../../ui/heading.tsx';
import type { HostModel } from '../../ui/page-model.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useDropped } from '../../ui/use-dropped.ts';
import { host as words } from '../../words/en.ts';
import { readFiles } from './bring/choose-files.tsx';
import { OpenRooms } from './open-rooms.tsx';
import { OwnSection } from './own-section.tsx';
import { QuizCover } from './quiz-cover.tsx';
import { SpeedSwitch } from './speed-switch.tsx';
import { UndoNotice } from './undo-notice.tsx';

/** How far down one was before a room or the editor was opened, px. */
let scrolled = 0;
let isLoaded = false;

export function LibraryScreen({ model }: { model: HostModel }) {
  const shelf = model.library.value;
  useLayoutEffect(() => {
    if (!shelf) return;
    scrollTo(0, scrolled);
    const keep = () => (scrolled = scrollY);
    addEventListener('scroll', keep);
    return () => removeEventListener('scroll', keep);
  }, [!shelf]);
  // The page was loaded anew while a quiz was edited.
  useEffect(() => {
    const quiz: unknown = history.state?.quiz;
    if (!isLoaded && typeof quiz === 'string' && quiz !== 'new') model.edit(quiz);
    isLoaded = true;
  }, []);
  useDropped((files) => void readFiles(model.bringing, files));
  if (!shelf) return <Skeleton label={words.loading} />;
  const busy = model.busy.value;
  return (
    <main class="shelf">
      <p class="brand">{words.product}</p>
      <div class="shelf-line">
        <Heading ifLost>{words.shelf.title}</Heading>
        <SpeedSwitch on={model.speed.value} turn={model.setSpeed} />
        <p class="shelf-deeds">
          <button type="button" class="quiet" onClick={() => model.bringing.open()}>
            {words.own.bring}
          </button>
          <button type="button" class="primary" onClick={() => model.edit('new')}>
            {words.own.make}
          </button>
        </p>
      </div>
      {shelf.rooms.length > 0 && <OpenRooms model={model} rooms={shelf.rooms} />}
      <OwnSection model={model} play={({ id }) => model.open(id, true)} />
      {shelf.quizzes.length > 0 && (
        <section aria-labelledby="samples">
          <div class="shelf-line">
            <h2 id="samples" tabIndex={-1}>
              {words.shelf.quizzes}
            </h2>
          </div>
          <ul class="covers">
            {shelf.quizzes.map((quiz, i) => (
              <li key={quiz.id} class="own">
                <QuizCover
                  quiz={quiz}
                  nth={i}
                  opening={busy && model.opening.value === quiz.id}
                  open={() => model.open(quiz.id, false)}
                />
                <div class="quiz-line">
                  <button
                    type="button"
                    class="quiet-button"
                    aria-label={`${words.own.editCopy}: ${quiz.title}`}
                    onClick={() => model.editCopy(quiz)}
                  >
                    {words.own.editCopy}
                  </button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <UndoNotice own={model.own} />
    </main>
  );
}
