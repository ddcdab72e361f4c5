import type { PlayerModel } from '../ui/page-model.ts';
import { useSecondsLeft } from '../ui/use-seconds-left.ts';
import { player as words } from '../words/en.ts';
import { resultSentence } from './result/result-sentence.ts';
import { screenName } from './screen-name.ts';

const SAID = [10, 5];

/** For screen readers: polite, each thing once. */
export function Announcer({ model }: { model: PlayerModel }) {
  const open = model.questionPhase.value === 'open' && !model.answer.value;
  const left = useSecondsLeft(model, open ? model.room.value?.turn?.closesAt : undefined);
  // The text stays the same until the next number, so it is read once.
  const said = SAID.findLast((seconds) => left && left <= seconds);
  return (
    <div class="visually-hidden">
      <p role="status">{sentence(model)}</p>
      <p role="status">{said && `${said} ${words.question.secondsLeft}`}</p>
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
