import { useState } from 'preact/hooks';
import { MarkIcon, ShapeIcon, tone } from '../ui/icons.tsx';
import { both, player as words } from '../words/en.ts';
import type { PadProps } from './kind.ts';
import { useNumberKeys } from './number-keys.ts';
import type { Option, OptionKind } from './options.ts';

interface Props extends Omit<PadProps<OptionKind>, 'asked'> {
  options: readonly Option[];
  /** Taps toggle and a button sends; without it the first tap answers. */
  several?: boolean;
}

export function OptionPad({ options, open, chosen, choose, several = false }: Props) {
  const [picked, pick] = useState<readonly number[]>([]);
  const lit = chosen ? chosen.value.split(',').map(Number) : picked;
  const done = !open || Boolean(chosen);
  const ready = !done && picked[0];
  const tap = (number: number) => {
    if (done || number > options.length) return;
    if (several) pick((all) => (all.includes(number) ? all.filter((one) => one !== number) : [...all, number].sort()));
    else choose(String(number));
  };
  useNumberKeys(tap);
  // Wide words shrink before they break.
  const longest = Math.min(14, Math.max(...options.flatMap(({ label }) => label.split(' ').map((word) => word.length))));
  return (
    <div class="pad" data-count={options.length} style={{ '--longest': longest }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid everywhere */}
      <div class="pad-options" role="group" aria-label={words.question.options}>
        {options.map(({ number, label, shape: look, lang }) => (
          <button
            key={number}
            type="button"
            class="tile"
            style={tone(look)}
            aria-pressed={lit.includes(number)}
            aria-disabled={done}
            aria-keyshortcuts={String(number)}
            onClick={() => tap(number)}
          >
            <ShapeIcon number={look} />
            <span class="tile-label" lang={lang}>
              {label}
            </span>
            <span class="tile-check">
              <MarkIcon of="right" />
            </span>
          </button>
        ))}
      </div>
      {several && (
        <button
          type="button"
          class="primary send"
          lang={both.language}
          data-sent={done}
          aria-disabled={!ready}
          onClick={() => ready && choose(String(picked))}
        >
          {picked[0] ? both.send : words.question.chooseAll}
        </button>
      )}
    </div>
  );
}
