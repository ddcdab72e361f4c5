import type { Signal } from '@preact/signals-core';
import type { RefusalNotice } from '../../connection/status.ts';
import { useSignal } from '../../ui/use-signal.ts';
import { refusals, player as words } from '../../words/en.ts';
import { Field } from './field.tsx';
import { Form } from './form.tsx';
import { groupedPin, isWholePin } from './grouped-pin.ts';

interface Props {
  pin: Signal<string>;
  told: RefusalNotice | undefined;
  onType(): void;
  onDone(): void;
}

export function PinForm({ pin, told, onType, onDone }: Props) {
  const short = useSignal(false);
  const type = (input: HTMLInputElement) => {
    input.value = pin.value = groupedPin(input.value);
    short.value = false;
    onType();
  };
  return (
    <Form
      onSend={() => {
        if (isWholePin(pin.value)) onDone();
        else short.value = true;
      }}
    >
      <Field
        label={words.outside.pin}
        hint={words.outside.pinHint}
        refusal={short.value ? words.outside.pinHint : told && refusals[told.code]}
        class="pin-box"
        value={pin.value}
        onInput={(event) => type(event.currentTarget)}
        inputMode="numeric"
        autocomplete="off"
        enterkeyhint="next"
        placeholder="000 000"
      />
      <button type="submit" class="primary">
        {words.outside.next}
      </button>
    </Form>
  );
}
