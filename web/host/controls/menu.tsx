import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Move } from '../../../game/room/transitions.ts';
import type { RoomModel } from '../../ui/page-model.ts';
import { roomOf } from '../../ui/present.ts';
import { host as words } from '../../words/en.ts';
import { MenuMark } from './icons.tsx';
import { fullScreen } from './keys.ts';
import type { SheetName } from './sheets.tsx';

/** A popover: closes on Escape and outside clicks. */
export function Menu({ model, show }: { model: RoomModel; show(sheet: SheetName): void }) {
  const menu = useRef<HTMLDivElement>(null);
  const room = roomOf(model);
  const asking = room.phase === 'question';
  const playing = asking || room.phase === 'reveal' || room.phase === 'standings';
  const shut = (act: () => void) => () => {
    // Closed first, so that a dialog can take the focus; then Space presses the main button again.
    menu.current?.hidePopover();
    document.querySelector<HTMLElement>('.next')?.focus({ preventScroll: true });
    act();
  };
  const move = (move: Move) => shut(() => model.move(move));
  return (
    <>
      <button type="button" class="quiet menu-button" popovertarget="menu" aria-label={words.menu.open}>
        <MenuMark />
      </button>
      <div ref={menu} id="menu" class="menu" popover="auto">
        <h2 class="visually-hidden">{words.menu.title}</h2>
        <ul>
          {model.questionPhase.value === 'open' && <Item act={move('moreTime')}>{words.menu.moreTime}</Item>}
          {asking && <Item act={move('skip')}>{words.menu.skip}</Item>}
          {playing && room.number < room.of && <Item act={shut(() => show('early'))}>{words.menu.early}</Item>}
          {(playing || room.phase === 'lobby') && (
            <Item act={move(room.locked ? 'unlock' : 'lock')} keys="L">
              {room.locked ? words.menu.unlock : words.menu.lock}
            </Item>
          )}
          {(playing || room.phase === 'lobby') && (
            <Item act={move(model.hostView.value?.colours ? 'unguard' : 'guard')}>
              {model.hostView.value?.colours ? words.menu.unguard : words.menu.guard}
            </Item>
          )}
          <Item act={shut(() => show('players'))}>{words.menu.players}</Item>
          <Item act={shut(fullScreen)} keys="F">
            {words.menu.full}
          </Item>
        </ul>
        <ul>
          <Item act={shut(() => model.toLibrary())}>{words.menu.leave}</Item>
          <Item act={shut(() => show('end'))}>{words.menu.end}</Item>
        </ul>
        <p class="menu-keys">
          {words.menu.keys} <kbd>{words.menu.space}</kbd> <kbd>Enter</kbd>
        </p>
      </div>
    </>
  );
}

function Item({ act, keys, children }: { act(): void; keys?: string; children: ComponentChildren }) {
  return (
    <li>
      <button type="button" onClick={act}>
        {children}
        {keys && <kbd>{keys}</kbd>}
      </button>
    </li>
  );
}
