import type { Signal } from '@preact/signals-core';
import type { RoomModel } from '../../ui/page-model.ts';
import { host as words } from '../../words/en.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { HeldNamesSheet } from './held-names-sheet.tsx';
import { PlayersSheet } from './players-sheet.tsx';

export type SheetName = 'players' | 'held' | 'early' | 'again' | 'end' | { remove: string; name: string } | undefined;

export function Sheets({ model, sheet }: { model: RoomModel; sheet: Signal<SheetName> }) {
  const close = () => (sheet.value = undefined);
  const open = sheet.value;
  if (!open) return null;
  if (open === 'players') return <PlayersSheet model={model} close={close} />;
  if (open === 'held') return <HeldNamesSheet model={model} close={close} />;
  if (open === 'early') return <ConfirmDialog {...words.early} act={() => model.move('podium')} close={close} />;
  if (open === 'again') return <ConfirmDialog {...words.again} act={() => model.move('again')} close={close} />;
  if (open === 'end') return <ConfirmDialog {...words.end} act={() => model.move('end')} close={close} />;
  return (
    <ConfirmDialog
      {...words.removal}
      title={words.removal.title(open.name)}
      act={() => model.remove(open.remove)}
      close={close}
    />
  );
}
