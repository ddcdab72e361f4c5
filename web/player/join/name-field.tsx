import type { Signal } from '@preact/signals-core';
import type { RefusalNotice } from '../../connection/status.ts';
import { refusals, player as words } from '../../words/en.ts';
import { Field } from './field.tsx';

interface Props {
  name: Signal<string>;
  told: RefusalNotice | undefined;
  tried: string;
  take(name: string): void;
}

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
