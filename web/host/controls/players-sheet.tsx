import type { RoomModel } from '../../ui/page-model.ts';
import { useSignal } from '../../ui/use-signal.ts';
import { host as words } from '../../words/en.ts';
import { Dialog } from './dialog.tsx';

/** How far back joins can be undone, s. */
const UNDO_SECONDS = [10, 30, 120];

/** Asks in the row itself: one dialog is enough. */
export function PlayersSheet({ model, close }: { model: RoomModel; close(): void }) {
  const asked = useSignal<string | number>('');
  const { names, players } = model.hostView.value ?? { names: [], players: 0 };
  const remove = (seat: string) => {
    if (asked.value === seat) model.remove(seat);
    else asked.value = seat;
  };
  const undo = (seconds: number) => {
    if (asked.value === seconds) model.undoJoins(seconds);
    asked.value = asked.value === seconds ? '' : seconds;
  };
  const sure = typeof asked.value === 'number' && words.players.undoSure(words.players.span(asked.value));
  return (
    <Dialog title={`${words.players.title} · ${words.number(players)}`} close={close}>
      {names.length === 0 && <p>{words.players.none}</p>}
      <ul class="people">
        {names.map(({ seat, name, connected }) => (
          <li key={seat} data-offline={!connected}>
            <span class="people-name">{name}</span>
            {!connected && <span class="people-off">{words.lobby.offline}</span>}
            <button type="button" class={asked.value === seat ? 'grave' : 'quiet'} onClick={() => remove(seat)}>
              {asked.value === seat ? words.removal.title(name) : words.players.remove}
              {asked.value !== seat && <span class="visually-hidden"> {name}</span>}
            </button>
          </li>
        ))}
      </ul>
      {names.length > 0 && players > names.length && <p>{words.players.more(words.number(players - names.length))}</p>}
      {names.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around three buttons
        <div class="row undo" role="group" aria-labelledby="undo">
          <span id="undo">{sure || words.players.undo}</span>
          {UNDO_SECONDS.map((seconds) => (
            <button key={seconds} type="button" class={asked.value === seconds ? 'grave' : 'quiet'} onClick={() => undo(seconds)}>
              {asked.value === seconds ? words.players.undoYes : words.players.span(seconds)}
            </button>
          ))}
        </div>
      )}
      <p class="row">
        <button type="submit" class="quiet" autofocus>
          {words.close}
        </button>
      </p>
    </Dialog>
  );
}
