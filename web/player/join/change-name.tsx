import type { PlayerModel } from '../../ui/page-model.ts';
import { useSignal } from '../../ui/use-signal.ts';
import { player as words } from '../../words/en.ts';
import { Form } from './form.tsx';
import { NameField } from './name-field.tsx';

export function ChangeName({ model, onDone }: { model: PlayerModel; onDone(): void }) {
  const name = useSignal(model.you.value?.name ?? '');
  const tried = useSignal('');
  const busy = useSignal(false);
  const save = async (as: string) => {
    if (busy.value) return;
    tried.value = name.value = as.trim();
    busy.value = true;
    const granted = await model.rename(name.value);
    busy.value = false;
    if (granted) onDone();
  };
  const told = tried.value && !busy.value ? model.refusal.value : undefined;
  return (
    <Form onSend={() => save(name.value)}>
      <NameField name={name} told={told} tried={tried.value} take={save} />
      <p class="form-row">
        <button type="button" class="secondary" onClick={onDone}>
          {words.lobby.cancel}
        </button>
        <button type="submit" class="primary" aria-disabled={busy.value}>
          {busy.value ? words.lobby.saving : words.lobby.save}
        </button>
      </p>
    </Form>
  );
}
