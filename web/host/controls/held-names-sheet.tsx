import { useEffect, useRef } from 'preact/hooks';
import type { HostView } from '../../../game/wire/views.ts';
import type { RoomModel } from '../../ui/page-model.ts';
import { useSignal } from '../../ui/use-signal.ts';
import { hostRefusals, host as words } from '../../words/en.ts';
import { Dialog } from './dialog.tsx';

type HeldName = NonNullable<HostView['held']>['names'][number];

/** Others may see this screen, so each name is read only when asked for. */
export function HeldNamesSheet({ model, close }: { model: RoomModel; close(): void }) {
  const { count, names } = model.hostView.value?.held ?? { count: 0, names: [] };
  const refusal = model.refusal.value;
  return (
    <Dialog title={words.held.title} close={close}>
      <p>{count ? words.held.text : words.held.none}</p>
      <ul class="people">
        {names.map((held) => (
          <HeldNameRow key={held.seat} model={model} held={held} />
        ))}
      </ul>
      {count > names.length && <p>{words.held.more(words.number(count - names.length))}</p>}
      <p role="alert">{refusal && hostRefusals[refusal.code]}</p>
      <p class="row">
        <button type="submit" class="quiet" autofocus>
          {words.close}
        </button>
      </p>
    </Dialog>
  );
}

function HeldNameRow({ model, held: { seat, name, typed } }: { model: RoomModel; held: HeldName }) {
  const isRead = useSignal(false);
  const draft = useSignal<string | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const isRenaming = draft.value !== undefined;
  useEffect(() => field.current?.focus(), [isRenaming]);
  const save = () => draft.value && model.renamePlayer(seat, draft.value);
  return (
    <li class="held">
      <span class="people-name">
        {name}
        {isRead.value ? (
          <q dir="auto">{typed}</q>
        ) : (
          <button type="button" class="link" onClick={() => (isRead.value = true)}>
            {words.held.read}
            <span class="visually-hidden"> {name}</span>
          </button>
        )}
      </span>
      {isRenaming ? (
        <>
          <input
            ref={field}
            aria-label={words.held.name(name)}
            maxLength={60}
            value={draft.value}
            onInput={(event) => (draft.value = event.currentTarget.value)}
            // Enter would close the dialog.
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              save();
            }}
          />
          <button type="button" class="quiet" onClick={save}>
            {words.held.save}
          </button>
        </>
      ) : (
        <>
          <Act label={words.held.show} name={name} act={() => model.renamePlayer(seat, typed)} />
          <Act label={words.held.rename} name={name} act={() => (draft.value = '')} />
          <Act label={words.held.remove} name={name} act={() => model.remove(seat)} />
        </>
      )}
    </li>
  );
}

function Act({ label, name, act }: { label: string; name: string; act(): void }) {
  return (
    <button type="button" class="quiet" onClick={act}>
      {label}
      <span class="visually-hidden"> {name}</span>
    </button>
  );
}
