import type { RefusalNotice } from '../../connection/status.ts';
import type { PlayerModel } from '../../ui/page-model.ts';
import { useSignal } from '../../ui/use-signal.ts';
import { Wordmark } from '../../ui/wordmark.tsx';
import { player as words } from '../../words/en.ts';
import { ColourForm } from './colour-form.tsx';
import { groupedPin, isWholePin } from './grouped-pin.ts';
import { NameForm } from './name-form.tsx';
import { PinForm } from './pin-form.tsx';

interface Props {
  model: PlayerModel;
  onJoin(): void;
}

/** PIN, then name; a link with a PIN asks for the name only. */
export function JoinScreen({ model, onJoin }: Props) {
  const pin = useSignal(groupedPin(model.pin.value));
  const name = useSignal('');
  const step = useSignal<'pin' | 'name'>(isWholePin(pin.value) ? 'name' : 'pin');
  const read = useSignal<RefusalNotice | undefined>(undefined);
  const busy = model.status.value === 'joining';
  const told = busy ? undefined : model.refusal.value;
  // PIN faults are shown at the PIN; the name is kept.
  const aboutPin = told && ['noRoom', 'closed'].includes(told.code);
  const wrongPin = aboutPin && told !== read.value ? told : undefined;
  const go = (to: 'pin' | 'name') => {
    read.value = told;
    step.value = to;
  };
  // While colours are checked the form stays.
  const last = model.refusal.value ?? read.value;
  const needed = last?.code.startsWith('colours') ? last : undefined;
  const join = (colours?: string) => {
    read.value = needed;
    onJoin();
    model.join(pin.value, name.value, colours);
  };
  return (
    <main class="screen outside">
      <Wordmark />
      <h1>{words.outside.title}</h1>
      {needed ? (
        <ColourForm told={needed} busy={busy} onColours={join} />
      ) : step.value === 'pin' || wrongPin ? (
        <PinForm pin={pin} told={wrongPin} onType={() => go('pin')} onDone={() => go('name')} />
      ) : (
        <NameForm
          name={name}
          pin={pin.value}
          told={aboutPin ? undefined : told}
          busy={busy}
          onBack={() => go('pin')}
          onJoin={join}
        />
      )}
    </main>
  );
}
