import { useRef } from 'preact/hooks';
import { Outcome } from '../../questions/asked-on-phone.tsx';
import { Heading } from '../../ui/heading.tsx';
import { MarkIcon } from '../../ui/icons.tsx';
import type { PlayerModel } from '../../ui/page-model.ts';
import { useFitText } from '../../ui/use-fit-text.ts';
import { player as words } from '../../words/en.ts';
import { resultMark } from './result-mark.ts';
import { Score } from './score.tsx';
import { TopFive } from './top-five.tsx';

export function Result({ model }: { model: PlayerModel }) {
  const screen = useRef<HTMLElement>(null);
  const { asked, turn, language, top = [] } = model.room.value!;
  const { verdict: mark, standing } = resultMark(model);
  const outcome = asked?.outcome;
  useFitText(screen, '.sheet', [mark, standing, outcome]);
  if (!outcome) return null;
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
          <Outcome asked={asked} language={language} />
          {outcome.explanation && (
            <p class="explanation" lang={language}>
              {outcome.explanation}
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
