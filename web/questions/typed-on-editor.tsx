import { TOLERANCES } from '../../game/quiz/questions/text/tolerances.ts';
import { Switch } from '../editor/fields/switch.tsx';
import { editor as words } from '../words/en-editor.ts';
import { numbersOf, textsOf } from './draft-values.ts';
import type { FormProps, KindOnEditor } from './editor-kind.ts';
import { linesOf } from './option-edits.ts';

const MOST = 20;
const USUAL = TOLERANCES.filter((one) => one !== 'spelling');

function TypedForm({ draft, fault, set, language }: FormProps) {
  const accepted = textsOf(draft.accepted);
  const tolerate: unknown[] = Array.isArray(draft.tolerate) ? draft.tolerate : USUAL;
  const lines = accepted.length < MOST ? [...accepted, ''] : accepted;
  const change = (at: number, text: string) =>
    set({ accepted: lines.with(at, text).filter((one, i) => one || i < accepted.length) }, `accepted ${at}`);
  return (
    <div class="accepted" data-field="accepted">
      <p class="field-label" id="accepted">
        {words.fields.accepted}
      </p>
      {lines.map((text, at) => (
        <div key={at} class="accepted-line">
          <input
            class="edited-line"
            aria-label={words.fields.acceptedNth(at + 1)}
            aria-invalid={Boolean(fault('accepted', at))}
            placeholder={at === accepted.length ? words.fields.acceptedMore : undefined}
            value={text}
            maxLength={60}
            lang={language}
            dir="auto"
            onInput={({ currentTarget }) => change(at, currentTarget.value)}
            onPaste={(event) => {
              const pasted = linesOf(event.clipboardData?.getData('text/plain') ?? '');
              if (pasted.length < 2) return;
              event.preventDefault();
              set({ accepted: accepted.toSpliced(at, 1, ...pasted).slice(0, MOST) });
            }}
          />
          {at < accepted.length && (
            <button
              type="button"
              class="small"
              aria-label={words.fields.removeNth(at + 1)}
              onClick={() => set({ accepted: accepted.toSpliced(at, 1) })}
            >
              ×
            </button>
          )}
          {fault('accepted', at) && <p class="fault">{fault('accepted', at)}</p>}
        </div>
      ))}
      {fault('accepted') && <p class="fault">{fault('accepted')}</p>}
      <fieldset class="tolerances">
        <legend>{words.fields.tolerate}</legend>
        {TOLERANCES.map((one) => (
          <Switch
            key={one}
            on={tolerate.includes(one)}
            turn={(on) => set({ tolerate: TOLERANCES.filter((other) => (other === one ? on : tolerate.includes(other))) })}
          >
            {words.tolerances[one]}
          </Switch>
        ))}
      </fieldset>
    </div>
  );
}

export const typedOnEditor: KindOnEditor<'typed'> = {
  fieldsFrom: ({ accepted, options, right }) => ({
    accepted:
      accepted === undefined ? textsOf(options).filter((text, i) => text && numbersOf(right).includes(i + 1)) : textsOf(accepted),
  }),
  Form: TypedForm,
  prompt: (_, language) => ({ language }),
};
