import { useId } from 'preact/hooks';
import { QUESTIONS_MOST } from '../../../../game/quiz/quiz.ts';
import type { LibraryQuiz } from '../../../../game/wire/server-frames.ts';
import type { BringQuiz, BroughtFile } from '../../../ui/bringing-model.ts';
import { host as words } from '../../../words/en.ts';
import { countTaken, newQuizzes } from './brought-rows.ts';

/** Where the questions go. */
export function BringDestination({ files, bringing }: { files: readonly BroughtFile[]; bringing: BringQuiz }) {
  const at = bringing.destination.value;
  const count = countTaken(files);
  const room = at.to === 'own' && at.quiz ? QUESTIONS_MOST - at.quiz.questions : QUESTIONS_MOST;
  const tooMany = at.to !== 'new' && count > room;
  const canSave = count > 0 && !tooMany && !(at.to === 'own' && !at.quiz);
  return (
    <div class="bring-to">
      {at.to !== 'editor' && <Choice files={files} bringing={bringing} />}
      {tooMany && (
        <p class="fault" role="alert">
          {words.bring.tooMany(count, Math.max(0, room))}
        </p>
      )}
      <button type="button" class="primary" aria-disabled={!canSave} onClick={() => canSave && bringing.save()}>
        {at.to === 'new' ? words.bring.save(count, newQuizzes(files, at).length) : words.bring.add(count)}
      </button>
    </div>
  );
}

function Choice({ files, bringing }: { files: readonly BroughtFile[]; bringing: BringQuiz }) {
  const at = bringing.destination.value;
  const name = useId();
  const [first] = files;
  return (
    <fieldset>
      <legend>{words.bring.into}</legend>
      <label>
        <input
          type="radio"
          name={name}
          checked={at.to === 'new'}
          onChange={() => bringing.sendTo({ to: 'new', isOne: false, title: first?.title ?? '' })}
        />
        {files.length > 1 ? words.bring.newQuizzes : words.bring.newQuiz}
      </label>
      {at.to === 'new' && files.length > 1 && (
        <label class="bring-one">
          <input
            type="checkbox"
            checked={at.isOne}
            onChange={({ currentTarget }) => bringing.sendTo({ ...at, isOne: currentTarget.checked })}
          />
          {words.bring.together}
        </label>
      )}
      {at.to === 'new' && (files.length === 1 || at.isOne) && (
        <input
          class="bring-title"
          aria-label={words.bring.titleOf}
          value={at.title}
          maxLength={80}
          dir="auto"
          onInput={({ currentTarget }) => bringing.sendTo({ ...at, title: currentTarget.value })}
        />
      )}
      <label>
        <input type="radio" name={name} checked={at.to === 'own'} onChange={() => bringing.sendTo({ to: 'own' })} />
        {words.bring.ownQuiz}
      </label>
      {at.to === 'own' && <OwnQuiz chosen={at.quiz} bringing={bringing} />}
    </fieldset>
  );
}

/** Shown of those found. */
const SHOWN = 6;

function OwnQuiz({ chosen, bringing }: { chosen: LibraryQuiz | undefined; bringing: BringQuiz }) {
  const name = useId();
  const found = bringing.found.value.slice(0, SHOWN);
  return (
    <div class="bring-own">
      <input
        type="search"
        class="search"
        placeholder={words.own.search}
        aria-label={words.own.search}
        onInput={({ currentTarget }) => bringing.find(currentTarget.value)}
      />
      {found.map((quiz) => (
        <label key={quiz.id}>
          <input
            type="radio"
            name={name}
            checked={quiz.id === chosen?.id}
            onChange={() => bringing.sendTo({ to: 'own', quiz })}
          />
          <span dir="auto" lang={quiz.language}>
            {quiz.title || words.own.untitled}
          </span>
          <span class="hint">{words.question.questions(quiz.questions)}</span>
        </label>
      ))}
      {found.length === 0 && <p class="hint">{words.bring.noneFound}</p>}
    </div>
  );
}
