import type { ComponentChildren } from 'preact';
import type { Bringing, BringQuiz } from '../../../ui/bringing-model.ts';
import { host as words } from '../../../words/en.ts';
import { Dialog } from '../../controls/dialog.tsx';
import { BringReview } from './bring-review.tsx';
import { ChooseFiles } from './choose-files.tsx';

export function BringDialog({ bringing }: { bringing: BringQuiz }) {
  const state = bringing.state.value;
  if (!state) return null;
  return (
    <Dialog title={words.bring.title} close={bringing.close}>
      <div class="bring" data-step={state.step}>
        <Step state={state} bringing={bringing} />
        <p class="visually-hidden" role="status">
          {statusOf(state)}
        </p>
      </div>
    </Dialog>
  );
}

function statusOf(state: Bringing): string {
  if (state.step === 'reading') return words.bring.reading(state.name);
  if (state.step === 'saving') return words.bring.saving;
  return '';
}

function Step({ state, bringing }: { state: Bringing; bringing: BringQuiz }) {
  switch (state.step) {
    case 'reading':
      return (
        <Working text={words.bring.reading(state.name)} stop={bringing.close}>
          {state.of > 1 ? <progress value={state.done} max={state.of} /> : <progress />}
        </Working>
      );
    case 'saving':
      return (
        <Working text={words.bring.savingOf(state.done, state.of)} stop={bringing.close}>
          <progress value={state.done} max={state.of} />
        </Working>
      );
    case 'review':
      return <BringReview state={state} bringing={bringing} />;
    case 'choose':
      return <ChooseFiles refused={state.refused} bringing={bringing} />;
  }
}

const Working = ({ text, stop, children }: { text: string; stop(): void; children: ComponentChildren }) => (
  <div class="bring-wait">
    <p>{text}</p>
    {children}
    <button type="button" class="quiet-button" onClick={stop}>
      {words.bring.stop}
    </button>
  </div>
);
