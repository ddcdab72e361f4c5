import type { Signal } from '@preact/signals';
import type { RefusalNotice } from '../../ui/page-model.ts';
import { refusals, player as words } from '../../words/en.ts';
import { Field } from './field.tsx';

interface Props {
  name: Signal<string>;
  /** Why the name that was tried will not do. */
  told: RefusalNotice | undefined;
  tried: string;
  /** Sends off a name that was offered instead of a taken one. */
  take(name: string): void;
}

/** A nickname. One that is taken comes with one that is free, a tap away. */
export function NameField({ name, told, tried, take }: Props) {
  const { code, suggestion } = told ?? {};
  const offer = tried && suggestion && (
    <>
      {words.name.taken(tried)}{' '}
      <button type="button" class="link" onClick={() => take(suggestion)}>
        {words.name.try(suggestion)}
      </button>
    </>
  );
  return (
    <Field
      label={words.name.label}
      hint={words.name.hint}
      refusal={offer || (code && refusals[code])}
      value={name.value}
      onInput={(event) => (name.value = event.currentTarget.value)}
      autocomplete="nickname"
      autocapitalize="words"
      spellcheck={false}
      enterkeyhint="go"
    />
  );
}
