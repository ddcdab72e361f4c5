import type { PlayerModel } from '../ui/page-model.ts';
import { useSecondsLeft } from '../ui/use-seconds-left.ts';
import { player as words } from '../words/en.ts';
import { resultSentence } from './result/result-sentence.ts';
import { screenName } from './screen-name.ts';

/** Seconds before the close at which the time is said. */
const SAID = [10, 5];

/** What changes on a screen while the focus stays, for those who do not see it: politely, and each thing once. */
export function Announcer({ model }: { model: PlayerModel }) {
  const open = model.questionPhase.value === 'open' && !model.answer.value;
  const left = useSecondsLeft(model, open ? model.room.value?.turn?.closesAt : undefined);
  // While the same number is due to be said the text stays the same, so that it is said once.
  const said = SAID.findLast((seconds) => left && left <= seconds);
  return (
    <div class="visually-hidden">
      <p role="status">{sentence(model)}</p>
      <p role="status">{said && words.question.left(said)}</p>
    </div>
  );
}

function sentence(model: PlayerModel): string {
  const name = screenName(model);
  if (name === 'result') return resultSentence(model);
  if (name !== 'question') return '';
  if (model.questionPhase.value === 'closing') return words.question.timeUp;
  if (model.questionPhase.value !== 'open') return '';
  return model.answer.value?.sent ? words.question.sent : words.question.open(model.room.value!.turn!.seconds);
}
