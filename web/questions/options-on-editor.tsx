import type { Draft } from '../../game/quiz/library.ts';
import { Switch } from '../editor/fields/switch.tsx';
import { editor as words } from '../words/en-editor.ts';
import { numbersOf, optionsFrom, textsOf } from './draft-values.ts';
import type { FormProps, KindOnEditor } from './editor-kind.ts';
import type { EditedOptions } from './option-edits.ts';
import { OptionTiles } from './option-tiles.tsx';

const editedOf = ({ options, right }: Draft): EditedOptions => ({ options: textsOf(options), right: numbersOf(right) });

const shown = (draft: Draft) => textsOf(draft.options).map((text) => text.trim() || '…');

function ChoiceForm(form: FormProps) {
  const edited = editedOf(form.draft);
  return (
    <OptionTiles
      {...form}
      edited={edited}
      change={({ options, right }, field) => form.set({ options, right: right[0] }, field)}
      mark={(number) => form.set({ right: number })}
    />
  );
}

function SeveralForm(form: FormProps) {
  const edited = editedOf(form.draft);
  const { right } = edited;
  return (
    <>
      <OptionTiles
        {...form}
        edited={edited}
        change={(next, field) => form.set({ ...next }, field)}
        mark={(number) =>
          form.set({
            right: right.includes(number) ? right.filter((one) => one !== number) : [...right, number].sort((a, b) => a - b),
          })
        }
      />
      <Switch on={form.draft.partial === true} turn={(partial) => form.set({ partial })}>
        {words.fields.partial}
      </Switch>
    </>
  );
}

function PollForm(form: FormProps) {
  return (
    <>
      <OptionTiles {...form} edited={editedOf(form.draft)} change={({ options }, field) => form.set({ options }, field)} />
      <Switch on={form.draft.several === true} turn={(several) => form.set({ several })}>
        {words.fields.severalVotes}
      </Switch>
    </>
  );
}

export const choiceOnEditor: KindOnEditor<'choice'> = {
  fieldsFrom: (draft) => ({ options: optionsFrom(draft), right: rightFrom(draft)[0] }),
  Form: ChoiceForm,
  prompt: (draft) => ({ options: shown(draft), several: false }),
};

export const severalOnEditor: KindOnEditor<'several'> = {
  fieldsFrom: (draft) => ({ options: optionsFrom(draft), right: rightFrom(draft) }),
  Form: SeveralForm,
  prompt: (draft) => ({ options: shown(draft), several: true }),
};

export const pollOnEditor: KindOnEditor<'poll'> = {
  fieldsFrom: (draft) => ({ options: optionsFrom(draft) }),
  Form: PollForm,
  prompt: (draft) => ({ options: shown(draft), several: draft.several === true }),
};

/** Accepted texts are all right. */
const rightFrom = ({ right, accepted, options }: Draft) =>
  options === undefined ? textsOf(accepted).map((_, i) => i + 1) : numbersOf(right);
