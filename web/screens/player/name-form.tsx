import { type Signal, useSignal } from '@preact/signals';
import type { Told } from '../../model.ts';
import { player as words } from '../../words/en.ts';
import { Field } from './field.tsx';
import { NameRefusal } from './name-refusal.tsx';

interface Props {
  name: Signal<string>;
  pin: string;
  told: Told | undefined;
  busy: boolean;
  onBack(): void;
  onJoin(): void;
}

/** The name to play under. */
export function NameForm({ name, pin, told, busy, onBack, onJoin }: Props) {
  const tried = useSignal(name.value);
  const join = (as: string) => {
    if (busy) return;
    tried.value = name.value = as.trim();
    onJoin();
  };
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        join(name.value);
      }}
    >
      <Field
        label={words.name.label}
        hint={words.name.hint}
        refusal={told && <NameRefusal told={told} name={tried.value} take={join} />}
        value={name.value}
        onInput={(event) => (name.value = event.currentTarget.value)}
        autocomplete="nickname"
        autocapitalize="words"
        spellcheck={false}
        enterkeyhint="go"
      />
      <button type="submit" class="primary" aria-disabled={busy}>
        {busy ? words.outside.joining : words.outside.join}
      </button>
      <p class="form-foot">
        {words.outside.room(pin)}
        <button type="button" class="link" onClick={onBack}>
          {words.outside.otherPin}
        </button>
      </p>
    </form>
  );
}
