import type { RoomModel } from '../ui/page-model.ts';
import { roomOf } from '../ui/present.ts';
import { host as words } from '../words/en.ts';
import { LockMark } from './controls/icons.tsx';
import type { SheetName } from './controls/sheets.tsx';
import { ColourPattern } from './lobby/colour-pattern.tsx';
import { Pin } from './lobby/pin.tsx';

export function FootLine({ model, show }: { model: RoomModel; show(sheet: SheetName): void }) {
  const room = roomOf(model);
  const { players, connected } = model.hostView.value ?? { players: room.players, connected: room.players };
  const held = model.hostView.value?.held;
  const gone = players > 0 && connected === 0;
  return (
    <footer class="foot">
      <p class="foot-join">
        {words.foot.join} <b>{model.joinAddress.value}</b>
        <span class="foot-pin">
          {words.foot.pin}{' '}
          <b>
            <Pin pin={room.pin} />
          </b>
        </span>
      </p>
      {room.phase !== 'lobby' && <ColourPattern model={model} />}
      {room.number > 0 && <p class="foot-number">{words.question.of(room.number, room.of)}</p>}
      <p class="foot-there" data-gone={gone}>
        {gone && words.foot.allGone}
        {players === 0 && words.foot.nobody}
        {connected > 0 && words.foot.connected(words.number(connected), words.number(players))}
      </p>
      {held && (
        <button type="button" class="link foot-held" aria-haspopup="dialog" onClick={() => show('held')}>
          {words.held.count(words.number(held.count), held.count === 1)}
        </button>
      )}
      <p class="foot-lock">
        <LockMark locked={room.locked} />
        {room.locked ? words.foot.locked : words.foot.open}
      </p>
    </footer>
  );
}
