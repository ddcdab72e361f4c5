import { useRef } from 'preact/hooks';
import type { LibraryQuiz } from '../../../game/wire/server-frames.ts';
import type { HostModel } from '../../ui/page-model.ts';
import { host as words } from '../../words/en.ts';

/** What else can be done with an own quiz. */
export function QuizMenu({ model, quiz }: { model: HostModel; quiz: LibraryQuiz }) {
  const more = useRef<HTMLDetailsElement>(null);
  const { own } = model;
  if (quiz.binnedAt !== undefined) return null;
  const { edit, duplicate, toBin, menu, copyOf } = words.own;
  const then = (deed: () => unknown) => () => {
    if (more.current) more.current.open = false;
    deed();
  };
  const leaves = ({ relatedTarget }: FocusEvent) => {
    if (more.current && !(relatedTarget instanceof Node && more.current.contains(relatedTarget))) more.current.open = false;
  };
  const escapes = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !more.current?.open) return;
    event.stopPropagation();
    more.current.open = false;
    more.current.querySelector('summary')?.focus();
  };
  return (
    <div class="quiz-line">
      <button type="button" class="quiet-button" aria-label={`${edit}: ${quiz.title}`} onClick={() => model.edit(quiz.id)}>
        {edit}
      </button>
      <details class="quiz-menu" ref={more} onFocusOut={leaves} onKeyDown={escapes}>
        <summary aria-label={menu(quiz.title)}>
          <span aria-hidden="true">⋯</span>
        </summary>
        <div class="quiz-deeds">
          <button type="button" onClick={then(() => own.copy(quiz.id, false, copyOf(quiz.title)))}>
            {duplicate}
          </button>
          <button type="button" onClick={then(() => model.export(quiz))}>
            {words.export.open}
          </button>
          <button type="button" onClick={then(() => own.bin(quiz))}>
            {toBin}
          </button>
        </div>
      </details>
    </div>
  );
}
