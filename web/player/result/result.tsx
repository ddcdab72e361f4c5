import { useRef } from 'preact/hooks';
import { keyOptions } from '../../questions/options.ts';
import { Heading } from '../../ui/heading.tsx';
import { MarkIcon, ShapeIcon, tone } from '../../ui/icons.tsx';
import type { PlayerModel } from '../../ui/page-model.ts';
import { useFitText } from '../../ui/use-fit-text.ts';
import { player as words } from '../../words/en.ts';
import { resultMark } from './result-mark.ts';
import { Score } from './score.tsx';
import { TopFive } from './top-five.tsx';

export function Result({ model }: { model: PlayerModel }) {
  const screen = useRef<HTMLElement>(null);
  const { face, reveal, turn, language, top = [] } = model.room.value!;
  const { verdict: mark, standing } = resultMark(model);
  useFitText(screen, '.sheet', [mark, standing, reveal]);
  if (!face || !reveal) return null;
  const right = keyOptions(face, reveal);
  return (
    <main class="screen result" ref={screen} data-verdict={mark}>
      <div class="sheet">
        <div class="verdict">
          <span class="disc">
            <MarkIcon of={mark} />
          </span>
          <Heading>{words.result[mark]}</Heading>
          {words.hints[mark] && <p class="quiet">{words.hints[mark]}</p>}
          {standing && <Score standing={standing} points={turn?.points ?? 0} />}
        </div>
        <section class="key">
          <h2>{words.result.key(right.length, reveal.right.length)}</h2>
          <ul lang={language}>
            {right.map(({ number, label, shape: look, lang }) => (
              <li key={number} style={tone(look)}>
                <ShapeIcon number={look} />
                <span lang={lang}>{label}</span>
              </li>
            ))}
          </ul>
          {reveal.explanation && (
            <p class="explanation" lang={language}>
              {reveal.explanation}
            </p>
          )}
        </section>
        <details class="top">
          <summary>{words.result.top}</summary>
          <TopFive places={top} name={model.you.value?.name} />
        </details>
      </div>
    </main>
  );
}
