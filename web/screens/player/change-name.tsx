import { useSignal } from '@preact/signals';
import type { PlayerModel } from '../../model.ts';
import { player as words } from '../../words/en.ts';
import { Field } from './field.tsx';
import { NameRefusal } from './name-refusal.tsx';

/** Another name for the same seat; until it is granted the old one stands. */
export function ChangeName({ model, onDone }: { model: PlayerModel; onDone(): void }) {
  const name = useSignal(model.you.value?.name ?? '');
  const busy = useSignal(false);
  const refused = useSignal(false);
  const save = async (as: string) => {
    if (busy.value) return;
    name.value = as;
    busy.value = true;
    const granted = await model.rename(as);
    busy.value = false;
    refused.value = !granted;
    if (granted) onDone();
  };
  const told = refused.value && !busy.value ? model.told.value : undefined;
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(name.value);
      }}
    >
      <Field
        label={words.name.label}
        hint={words.name.hint}
        refusal={told && <NameRefusal told={told} name={name.value} take={save} />}
        value={name.value}
        onInput={(event) => (name.value = event.currentTarget.value)}
        autocomplete="nickname"
        autocapitalize="words"
        spellcheck={false}
        enterkeyhint="done"
      />
      <p class="form-row">
        <button type="button" class="secondary" onClick={onDone}>
          {words.lobby.cancel}
        </button>
        <button type="submit" class="primary" aria-disabled={busy.value}>
          {busy.value ? words.lobby.saving : words.lobby.save}
        </button>
      </p>
    </form>
  );
}
