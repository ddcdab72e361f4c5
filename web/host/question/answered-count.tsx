import type { RoomModel } from '../../ui/page-model.ts';
import { host as words } from '../../words/en.ts';

export function AnsweredCount({ model }: { model: RoomModel }) {
  const { answered, waiting } = model.hostView.value ?? { answered: 0, waiting: 0 };
  const open = model.questionPhase.value === 'open';
  const everybody = answered > 0 && waiting === 0;
  return (
    <div class="answered">
      <p>
        <strong>{words.number(answered)}</strong>
        <span>{words.question.outOf(words.number(answered + waiting))}</span>
        <span>{words.question.answered}</span>
      </p>
      {open ? (
        <button type="button" class="quiet" onClick={() => model.move('moreTime')}>
          {words.menu.moreTime}
        </button>
      ) : (
        <p class="answered-state">{everybody ? words.question.allIn : words.question.counting}</p>
      )}
    </div>
  );
}
