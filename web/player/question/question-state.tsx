import { callOf } from '../../questions/asked-on-phone.tsx';
import type { PlayerModel } from '../../ui/page-model.ts';
import { player as words } from '../../words/en.ts';

export function QuestionState({ model }: { model: PlayerModel }) {
  const answer = model.answer.value;
  return (
    <p class="state" key={`${model.questionPhase.value} ${answer?.sent}`} data-sending={answer?.sent === false}>
      {sentence(model)}
    </p>
  );
}

function sentence({ questionPhase: part, answer, tally, room }: PlayerModel): string {
  const chosen = answer.value;
  if (part.value === 'reading') return words.question.opens;
  if (part.value === 'closing') return chosen ? words.question.yours : words.question.missed;
  if (!chosen) return room.value?.asked ? callOf(room.value.asked) : '';
  return chosen.sent ? `${words.question.sent}. ${words.question.waiting(tally.value?.waiting)}` : words.question.sending;
}
