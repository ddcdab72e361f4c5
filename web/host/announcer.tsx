import { spokenOutcome } from '../questions/asked-on-projector.tsx';
import type { RoomModel } from '../ui/page-model.ts';
import { roomOf } from '../ui/present.ts';
import { useSecondsLeft } from '../ui/use-seconds-left.ts';
import { host as words } from '../words/en.ts';

const SAID = [10, 5];

/** Beyond this newcomers are counted, not named. */
const NAMED = 20;

/** For screen readers: polite, each thing once. */
export function Announcer({ model }: { model: RoomModel }) {
  const closesAt = model.questionPhase.value === 'open' ? model.room.value?.turn?.closesAt : undefined;
  const left = useSecondsLeft(model, closesAt);
  // The text stays the same until the next number, so it is read once.
  const said = SAID.findLast((seconds) => left !== undefined && left > 0 && left <= seconds);
  const held = model.hostView.value?.held;
  return (
    <div class="visually-hidden">
      <p role="status">{sentence(model)}</p>
      <p role="status">{held && words.held.count(words.number(held.count), held.count === 1)}</p>
      <p role="status">{said === undefined ? '' : words.question.seconds(said)}</p>
    </div>
  );
}

function sentence(model: RoomModel): string {
  const room = roomOf(model);
  const { phase, asked, turn, number, of } = room;
  const first = room.top?.filter(({ rank }) => rank === 1) ?? [];
  const names = first.map(({ name }) => name).join(', ');
  switch (phase) {
    case 'lobby': {
      const stage = model.hostView.value;
      const newest = stage?.names[0];
      if (!newest) return words.lobby.empty;
      if (stage.players > NAMED) return words.say.crowd(words.number(stage.players - (stage.players % 10)));
      return words.say.joined(newest.name, words.number(stage.players));
    }
    case 'question':
      if (model.questionPhase.value === 'ready') return words.question.getReady;
      if (model.questionPhase.value === 'reading') return words.say.question(number, of, asked?.text ?? '');
      return model.questionPhase.value === 'open' ? words.say.open(turn?.seconds ?? 0) : words.question.timeUp;
    case 'reveal':
      return asked ? spokenOutcome(asked) : '';
    case 'standings':
      return first[0] ? words.say.leads(names, words.number(first[0].points)) : words.standings.title;
    case 'podium':
      return names ? words.say.wins(names) : words.podium.title;
    case 'closed':
      return words.closed.title;
  }
}
