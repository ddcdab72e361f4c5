import { useSignal } from '@preact/signals';
import { TAPS } from '../../../game/guard.ts';
import type { Told } from '../../model.ts';
import { OptionPad } from '../../questions/option-pad.tsx';
import { labelled } from '../../questions/options.ts';
import { refusals, both as words } from '../../words/en.ts';

const OPTIONS = labelled(words.colours);

/** The second step of joining: the colours that the big screen shows, tapped in their order. */
export function ColourForm({ told, busy, onColours }: { told: Told; busy: boolean; onColours(colours: string): void }) {
  const tapped = useSignal('');
  return (
    <>
      <p class="hint" role="status">
        {refusals[told.code]} {tapped.value.length}/{TAPS}
      </p>
      <OptionPad
        options={OPTIONS}
        open={!busy}
        chosen={undefined}
        choose={(number) => {
          tapped.value += number;
          if (tapped.value.length < TAPS) return;
          onColours(tapped.value);
          tapped.value = '';
        }}
      />
    </>
  );
}
