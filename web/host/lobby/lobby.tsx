import type { RoomModel } from '../../ui/page-model.ts';
import { roomOf } from '../../ui/present.ts';
import { host as words } from '../../words/en.ts';
import type { SheetName } from '../controls/sheets.tsx';
import { ResultsOfGames } from '../podium/results-button.tsx';
import { ColourPattern } from './colour-pattern.tsx';
import { isLocal } from './join-address.ts';
import { JoinCode } from './join-code.tsx';
import { NameTiles } from './name-tiles.tsx';
import { NoPhones } from './no-phones.tsx';
import { Pin } from './pin.tsx';

export function Lobby({ model, show }: { model: RoomModel; show(sheet: SheetName): void }) {
  const { pin, title } = roomOf(model);
  const address = model.joinAddress.value;
  const another = model.nextAddress.value;
  const stage = model.hostView.value;
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
          <ColourPattern model={model} />
          {isLocal(address) && <p class="hint">{words.lobby.local}</p>}
          {stage && stage.games > 0 && (
            <p class="row">
              <ResultsOfGames model={model} title={title} games={stage.games} of={{ players: stage.players }} />
            </p>
          )}
          {another && stage?.players === 0 && (
            <p class="hint">
              {words.lobby.unreachable}{' '}
              <button type="button" class="link" onClick={another}>
                {words.lobby.another}
              </button>
            </p>
          )}
        </div>
        <JoinCode address={`${location.protocol}//${address}/${pin}`} label={words.lobby.qr(`${address}/${pin}`)} />
      </div>
      {stage?.players === 0 &&
        (model.phonesAreMissing.value ? (
          <NoPhones />
        ) : (
          <p class="empty">
            <strong>{words.lobby.empty}</strong>
            {words.lobby.emptyHint}
          </p>
        ))}
      {stage && stage.players > 0 && (
        <NameTiles names={stage.names} players={stage.players} choose={({ seat, name }) => show({ remove: seat, name })} />
      )}
    </div>
  );
}
