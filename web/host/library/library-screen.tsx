import { Heading } from '../../ui/heading.tsx';
import type { HostModel } from '../../ui/page-model.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useSignal } from '../../ui/use-signal.ts';
import { host as words } from '../../words/en.ts';
import { OpenRooms } from './open-rooms.tsx';
import { QuizCover } from './quiz-cover.tsx';

export function LibraryScreen({ model }: { model: HostModel }) {
  const speed = useSignal(true);
  const chosen = useSignal('');
  const shelf = model.library.value;
  if (!shelf) return <Skeleton label={words.loading} />;
  const busy = model.busy.value;
  const open = (quiz: string) => {
    if (model.busy.peek()) return;
    chosen.value = quiz;
    model.open(quiz, speed.peek());
  };
  return (
    <main class="shelf">
      <p class="brand">{words.product}</p>
      <Heading ifLost>{words.shelf.title}</Heading>
      {shelf.rooms.length > 0 && <OpenRooms model={model} rooms={shelf.rooms} />}
      <section aria-labelledby="quizzes">
        <div class="shelf-line">
          <h2 id="quizzes">{words.shelf.quizzes}</h2>
          {shelf.quizzes.length > 0 && <SpeedSwitch on={speed.value} turn={(on) => (speed.value = on)} />}
        </div>
        {shelf.quizzes.length === 0 && (
          <p class="empty">
            <strong>{words.shelf.empty}</strong>
            {words.shelf.emptyHint}
          </p>
        )}
        <ul class="covers">
          {shelf.quizzes.map((quiz, i) => (
            <li key={quiz.id}>
              <QuizCover quiz={quiz} nth={i} opening={busy && chosen.value === quiz.id} open={() => open(quiz.id)} />
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

function SpeedSwitch({ on, turn }: { on: boolean; turn(on: boolean): void }) {
  return (
    <div class="speed">
      <p id="speed-hint">{on ? words.shelf.speedOn : words.shelf.speedOff}</p>
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={on}
        aria-describedby="speed-hint"
        onClick={() => turn(!on)}
      >
        {words.shelf.speed}
        <span class="switch-track" aria-hidden="true" />
      </button>
    </div>
  );
}
