import { RightMark } from '../editor/fields/right-mark.tsx';
import { ShapeIcon, tone } from '../ui/icons.tsx';
import { editor as words } from '../words/en-editor.ts';
import type { FormProps, KindOnEditor } from './editor-kind.ts';
import { TRUE_FALSE } from './options.ts';

function TrueFalseForm({ draft, fault, set }: FormProps) {
  return (
    <div class="edited-options" data-field="right">
      {TRUE_FALSE.map(({ number, label, shape: look, lang }) => (
        <div key={number} class="edited-tile" style={tone(look)}>
          <ShapeIcon number={look} />
          <span class="edited-label" lang={lang}>
            {label}
          </span>
          <RightMark
            on={draft.right === (number === 1)}
            label={words.fields.isRight(label)}
            press={() => set({ right: number === 1 })}
          />
        </div>
      ))}
      {fault('right') && <p class="fault">{fault('right')}</p>}
    </div>
  );
}

export const trueFalseOnEditor: KindOnEditor<'true-false'> = {
  fieldsFrom: ({ right }) => ({ right: typeof right === 'boolean' ? right : undefined }),
  Form: TrueFalseForm,
  prompt: () => ({}),
};
