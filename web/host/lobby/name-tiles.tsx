import { useRef } from 'preact/hooks';
import type { HostView } from '../../../game/wire/views.ts';
import { useSlideTransition } from '../../ui/use-flip.ts';
import { host as words } from '../../words/en.ts';
import { useTileLayout } from './use-tile-layout.ts';

type Named = HostView['names'][number];

/** Newest first, smaller as they become more; the rest is a number. */
export function NameTiles({ names, players, choose }: { names: readonly Named[]; players: number; choose(one: Named): void }) {
  const list = useRef<HTMLUListElement>(null);
  const known = useRef<Set<string>>(undefined);
  // Names from before the first render are not new.
  known.current ??= new Set(names.map(({ seat }) => seat));
  const shown = useTileLayout(list, names, players > names.length);
  useSlideTransition(list);
  const rest = players - shown;
  return (
    <ul ref={list} class="names" aria-label={words.players.title}>
      {names.map((one) => (
        <li key={one.seat} data-key={one.seat} data-new={!known.current?.has(one.seat)} data-offline={!one.connected}>
          <button type="button" aria-haspopup="dialog" onClick={() => choose(one)}>
            {one.name}
            {!one.connected && <span class="visually-hidden"> ({words.lobby.offline})</span>}
          </button>
        </li>
      ))}
      <li key="rest" class="names-rest">
        {words.lobby.more(words.number(rest))}
      </li>
    </ul>
  );
}
