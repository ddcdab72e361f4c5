import { useEffect } from 'preact/hooks';
import type { OwnQuizzes } from '../../ui/library-model.ts';
import { host as words } from '../../words/en.ts';

const SHOWN_MS = 12_000;

/** Instead of "are you sure?". */
export function UndoNotice({ own }: { own: OwnQuizzes }) {
  const quiz = own.justBinned.value;
  useEffect(() => {
    if (!quiz) return;
    const timer = setTimeout(own.forgetBinned, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [quiz]);
  return (
    <div class="undo-notice" role="status">
      {quiz && (
        <p>
          {words.own.binned(quiz.title)}
          <button type="button" onClick={() => own.takeBack(quiz)}>
            {words.own.undo}
          </button>
        </p>
      )}
    </div>
  );
}
