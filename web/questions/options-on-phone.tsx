import { gradeOptions, oneOption, someOptions } from '../../game/quiz/questions/options.ts';
import { ShapeIcon, tone } from '../ui/icons.tsx';
import { player as words } from '../words/en.ts';
import type { KindOnPhone } from './kind.ts';
import { OptionPad } from './option-pad.tsx';
import { keyOptions, type OptionKind, optionsOf, spokenOptions } from './options.ts';

export const optionsOnPhone: KindOnPhone<OptionKind> = {
  call: words.question.choose,
  credit({ prompt, outcome }, text) {
    const count = 'options' in prompt ? prompt.options.length : 2;
    const chosen = ('several' in prompt && prompt.several ? someOptions : oneOption)(text, count);
    const [credit = 0] = outcome && chosen ? gradeOptions(outcome.solution, [chosen]) : [];
    return credit;
  },
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

const { credit: _, ...ungraded } = optionsOnPhone;
export const pollOnPhone: KindOnPhone<OptionKind> = ungraded;
