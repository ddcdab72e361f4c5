import type { KindName } from '../../../game/quiz/questions/index.ts';
import { KIND_NAMES, kindOfDraft, withKind } from '../../questions/edited.tsx';
import type { FormProps } from '../../questions/editor-kind.ts';
import { editor as words } from '../../words/en-editor.ts';
import { SelectField } from './select-field.tsx';

const SECONDS = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240];
const READING = [1, 3, 5, 8, 10, 15, 20, 30, 60];
const POINTS = [0, 1000, 2000] as const;
/** What the file takes when they are not given. */
const USUAL = { seconds: 20, reading: 5, points: 1000 };

interface Props extends Pick<FormProps, 'draft' | 'set' | 'fault'> {
  replace(draft: FormProps['draft']): void;
}

export function QuestionSettings({ draft, set, fault, replace }: Props) {
  const kind = kindOfDraft(draft);
  const kinds = KIND_NAMES.map((name): [KindName, string] => [name, words.kinds[name]]);
  return (
    <div class="settings">
      <SelectField
        label={words.fields.kind}
        field="kind"
        value={kind}
        choices={kinds}
        choose={(name) => replace(withKind(draft, name))}
        invalid={kind === undefined}
      />
      <SelectField
        label={words.fields.seconds}
        field="seconds"
        value={numberIn(draft.seconds, USUAL.seconds)}
        choices={inSeconds(SECONDS, draft.seconds)}
        choose={(seconds) => set({ seconds })}
        invalid={Boolean(fault('seconds'))}
      />
      <SelectField
        label={words.fields.points}
        field="points"
        value={numberIn(draft.points, USUAL.points)}
        choices={POINTS.map((points) => [points, words.fields.pointsOf[points]])}
        choose={(points) => set({ points })}
        invalid={Boolean(fault('points'))}
      />
      <SelectField
        label={words.fields.reading}
        field="reading"
        value={numberIn(draft.reading, USUAL.reading)}
        choices={inSeconds(READING, draft.reading)}
        choose={(reading) => set({ reading })}
        invalid={Boolean(fault('reading'))}
      />
    </div>
  );
}

const numberIn = (value: unknown, usual: number) => (typeof value === 'number' ? value : usual);

/** With the one that is there. */
function inSeconds(usual: readonly number[], value: unknown): [number, string][] {
  const all = typeof value === 'number' && !usual.includes(value) ? [...usual, value].sort((a, b) => a - b) : usual;
  return all.map((seconds) => [seconds, words.fields.second(seconds)]);
}
