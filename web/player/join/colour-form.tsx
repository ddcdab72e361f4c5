import { PATTERN_LENGTH } from '../../../game/room/two-step-join.ts';
import type { RefusalNotice } from '../../connection/status.ts';
import { OptionPad } from '../../questions/option-pad.tsx';
import { numberedOptions } from '../../questions/options.ts';
import { useSignal } from '../../ui/use-signal.ts';
import { refusals, both as words } from '../../words/en.ts';

const OPTIONS = numberedOptions(words.colours);

export function ColourForm({ told, busy, onColours }: { told: RefusalNotice; busy: boolean; onColours(colours: string): void }) {
  const tapped = useSignal('');
  return (
    <>
      <p class="hint" role="status">
        {refusals[told.code]} {tapped.value.length}/{PATTERN_LENGTH}
      </p>
      <OptionPad
        options={OPTIONS}
        open={!busy}
        chosen={undefined}
        choose={(number) => {
          tapped.value += number;
          if (tapped.value.length < PATTERN_LENGTH) return;
          onColours(tapped.value);
          tapped.value = '';
        }}
      />
    </>
  );
}
