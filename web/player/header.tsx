import type { PlayerModel } from '../ui/page-model.ts';
import { player as words } from '../words/en.ts';
import { groupedPin } from './join/grouped-pin.ts';

export function Header({ model }: { model: PlayerModel }) {
  const { number, of, pin } = model.room.value!;
  return (
    <header class="head">
      <p class="head-own">
        <b>{model.you.value?.name}</b>
        <span>{number > 0 && words.head.points(words.number(model.standing.value?.points ?? 0))}</span>
      </p>
      <p class="head-room">
        <span>{number > 0 && words.head.question(number, of)}</span>
        <span>
          {words.outside.pin} <b>{groupedPin(pin)}</b>
        </span>
      </p>
    </header>
  );
}
