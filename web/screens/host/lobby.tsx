import type { HostModel } from '../../model.ts';
import { host as words } from '../../words/en.ts';
import { Colours } from './colours.tsx';
import { joinAddress } from './join-address.ts';
import { JoinCode } from './join-code.tsx';
import { Names } from './names.tsx';
import { Pin } from './pin.tsx';
import type { SheetName } from './sheets.tsx';

/** An address that only this machine understands. */
const LOCAL = /^(localhost|127\.|\[::1\])/;

/** How to come in, readable from the back row, and who has. */
export function Lobby({ model, show }: { model: HostModel; show(sheet: SheetName): void }) {
  const { pin } = model.room.value!;
  const address = joinAddress(model);
  const stage = model.stage.value;
  return (
    <div class="lobby">
      <div class="lobby-in">
        <div>
          <h1 class="lobby-at">
            {words.lobby.joinAt} <b>{address}</b>
          </h1>
          <p class="lobby-pin">
            <span class="visually-hidden">{words.lobby.pin} </span>
            <Pin pin={pin} />
          </p>
          <Colours model={model} />
          {LOCAL.test(address) && <p class="hint">{words.lobby.local}</p>}
        </div>
        <JoinCode address={`${location.protocol}//${address}/${pin}`} label={words.lobby.qr(`${address}/${pin}`)} />
      </div>
      {stage && stage.players === 0 && (
        <p class="empty">
          <strong>{words.lobby.empty}</strong>
          {words.lobby.emptyHint}
        </p>
      )}
      {stage && stage.players > 0 && (
        <Names names={stage.names} players={stage.players} choose={({ seat, name }) => show({ remove: seat, name })} />
      )}
    </div>
  );
}
