import { ShapeIcon, tone } from '../ui/icons.tsx';
import { player as words } from '../words/en.ts';
import type { KindOnPhone } from './kind.ts';
import { OptionPad } from './option-pad.tsx';
import { keyOptions, type OptionKind, optionsOf, spokenOptions } from './options.ts';

export const optionsOnPhone: KindOnPhone<OptionKind> = {
  call: words.question.choose,
  Pad: ({ asked, ...pad }) => (
    <OptionPad {...pad} options={optionsOf(asked)} several={'several' in asked.prompt && asked.prompt.several} />
  ),
  Outcome({ asked, language }) {
    const { title, options } = keyOptions(asked);
    return (
      <>
        <h2>{title}</h2>
        <ul lang={language}>
          {options.map(({ number, label, shape: look, lang }) => (
            <li key={number} style={tone(look)}>
              <ShapeIcon number={look} />
              <span lang={lang}>{label}</span>
            </li>
          ))}
        </ul>
      </>
    );
  },
  spoken: spokenOptions,
};
