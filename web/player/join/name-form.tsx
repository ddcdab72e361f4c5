import type { Signal } from '@preact/signals-core';
import type { RefusalNotice } from '../../connection/status.ts';
import { useSignal } from '../../ui/use-signal.ts';
import { player as words } from '../../words/en.ts';
import { Form } from './form.tsx';
import { NameField } from './name-field.tsx';

interface Props {
  name: Signal<string>;
  pin: string;
  told: RefusalNotice | undefined;
  busy: boolean;
  onBack(): void;
  onJoin(): void;
}

export function NameForm({ name, pin, told, busy, onBack, onJoin }: Props) {
  const tried = useSignal(name.value);
  const join = (as: string) => {
    if (busy) return;
    tried.value = name.value = as.trim();
    onJoin();
  };
  return (
    <Form onSend={() => join(name.value)}>
      <NameField name={name} told={told} tried={tried.value} take={join} />
      <button type="submit" class="primary" aria-disabled={busy}>
        {busy ? words.outside.joining : words.outside.join}
      </button>
      <p class="form-foot">
        {words.outside.room(pin)}
        <button type="button" class="link" onClick={onBack}>
          {words.outside.otherPin}
        </button>
      </p>
    </Form>
  );
}
