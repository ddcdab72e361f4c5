import { useRef } from 'preact/hooks';
import type { PlayerModel } from '../../model.ts';
import { rightOptions } from '../../questions/options.ts';
import { Mark, Shape, tone } from '../../shapes.tsx';
import { player as words } from '../../words/en.ts';
import { useFit } from '../fit.ts';
import { Heading } from './heading.tsx';
import { Score } from './score.tsx';
import { TopFive } from './top-five.tsx';
import { verdict } from './verdict.ts';

/** The reveal, a whole screen of it: mark, word, points, place, and what would have been right. */
export function Result({ model }: { model: PlayerModel }) {
  const screen = useRef<HTMLElement>(null);
  const { face, reveal, turn, language, top = [] } = model.room.value!;
  const { verdict: mark, standing } = verdict(model);
  useFit(screen, '.sheet', [mark, standing, reveal]);
  if (!face || !reveal) return null;
  const right = rightOptions(face, reveal);
  return (
    <main class="screen result" ref={screen} data-verdict={mark}>
      <div class="sheet">
        <div class="verdict">
          <span class="disc">
            <Mark of={mark} />
          </span>
          <Heading>{words.result[mark]}</Heading>
          {words.hints[mark] && <p class="quiet">{words.hints[mark]}</p>}
          {standing && <Score standing={standing} points={turn?.points ?? 0} />}
        </div>
        <section class="key">
          <h2>{words.result.key(right.length)}</h2>
          <ul lang={language}>
            {right.map(({ number, label, look, lang }) => (
              <li key={number} style={tone(look)}>
                <Shape number={look} />
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
