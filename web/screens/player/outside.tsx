import { useSignal } from '@preact/signals';
import type { PlayerModel } from '../../model.ts';
import { player as words } from '../../words/en.ts';
import { groupedPin, isWholePin } from './grouped-pin.ts';
import { NameForm } from './name-form.tsx';
import { PinForm } from './pin-form.tsx';
import { Wordmark } from './wordmark.tsx';

interface Props {
  model: PlayerModel;
  /** The form has been sent off. */
  onJoin(): void;
}

/** The way in: a PIN, then a name; who came by a link with a PIN in it gives the name only. */
export function Outside({ model, onJoin }: Props) {
  const pin = useSignal(groupedPin(model.pin.value));
  const name = useSignal('');
  const step = useSignal<'pin' | 'name'>(isWholePin(pin.value) ? 'name' : 'pin');
  const busy = model.status.value === 'joining';
  const told = busy ? undefined : model.told.value;
  // What is wrong with the PIN is said where the PIN is typed; the name is kept.
  const wrongPin = told && ['noRoom', 'closed'].includes(told.code) && pin.value === groupedPin(model.pin.value) ? told : undefined;
  return (
    <main class="screen outside">
      <Wordmark />
      <h1>{words.outside.title}</h1>
      {step.value === 'pin' || wrongPin ? (
        <PinForm pin={pin} told={wrongPin} onDone={() => (step.value = 'name')} />
      ) : (
        <NameForm
          name={name}
          pin={pin.value}
          told={told}
          busy={busy}
          onBack={() => (step.value = 'pin')}
          onJoin={() => {
            onJoin();
            model.join(pin.value, name.value);
          }}
        />
      )}
    </main>
  );
}
