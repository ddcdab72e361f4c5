import type { ComponentChildren } from 'preact';
import type { Draft } from '../../../game/quiz/library.ts';
import { textOf } from '../../questions/draft-values.ts';
import { KindForm, kindOfDraft } from '../../questions/edited.tsx';
import type { FormProps } from '../../questions/editor-kind.ts';
import { editor as words } from '../../words/en-editor.ts';
import { GrowingText } from '../fields/growing-text.tsx';
import { Fault } from './fault.tsx';
import { faultInWords, faultsIn } from './fault-words.ts';
import { MediaFields } from './media-field.tsx';
import { QuestionSettings } from './question-settings.tsx';

/** Above it the projector shrinks the text. */
const LONG = 120;
const LONGEST = 300;
const EXPLANATION = 300;

interface Props {
  number: number;
  draft: Draft;
  language: string;
  set: FormProps['set'];
  replace(draft: Draft): void;
  /** What brings a picture, sound or video. */
  choose?: ComponentChildren;
}

/** One question as it will look, and what the projector does not show. */
export function QuestionForm({ number, draft, language, set, replace, choose }: Props) {
  const kind = kindOfDraft(draft);
  const faults = faultsIn(draft);
  const fault = (field: string, part?: string | number) => {
    const found = faults.find((one) => one.field === field && one.part === part);
    return found && faultInWords(draft, found);
  };
  const form: FormProps = { draft, fault, set, language };
  const text = textOf(draft.text);
  return (
    <section class="question-form" aria-label={words.question(number)}>
      <QuestionSettings {...form} replace={replace} />
      <div class="edited-ask" data-field="text">
        <GrowingText
          label={words.fields.text}
          placeholder={words.fields.textHint}
          value={text}
          most={LONGEST}
          invalid={Boolean(fault('text'))}
          described="text-note"
          language={language}
          input={(value) => set({ text: value }, 'text')}
        />
        <Fault id="text-note" text={fault('text')} />
        {text.length > LONG && !fault('text') && (
          <p class="warning" id="text-note">
            {words.long(text.length, LONG)}
          </p>
        )}
      </div>
      <MediaFields {...form} choose={choose} />
      {kind && <KindForm kind={kind} {...form} />}
      <div class="explained" data-field="explanation">
        <p class="field-label">{words.fields.explanation}</p>
        <GrowingText
          label={words.fields.explanation}
          placeholder={words.fields.explanationHint}
          value={textOf(draft.explanation)}
          most={EXPLANATION}
          language={language}
          input={(value) => set({ explanation: value || undefined }, 'explanation')}
        />
        <Fault text={fault('explanation')} />
      </div>
      <Fault text={otherFaults(draft, kind)} />
    </section>
  );
}

/** What no part of the form shows. */
function otherFaults(draft: Draft, kind: string | undefined): string | undefined {
  const unknown = faultsIn(draft).filter(({ should }) => should.startsWith('left out'));
  const [first] = kind ? unknown : faultsIn(draft);
  return first && faultInWords(draft, first);
}
