import { useRef } from 'preact/hooks';
import type { Reveal } from '../../../game/room/room.ts';
import { useFitText } from '../../ui/use-fit-text.ts';
import { host as words } from '../../words/en.ts';
import { CountUp } from '../podium/count-up.tsx';

export function Explanation({ reveal: { right, distribution, explanation }, language }: { reveal: Reveal; language: string }) {
  const box = useRef<HTMLDivElement>(null);
  useFitText(box, '.explanation-text', [explanation]);
  const all = distribution.reduce((sum, count) => sum + count, 0);
  // Bars do not say who had all of several right ones.
  const [only, ...others] = right;
  const hits = only !== undefined && others.length === 0 ? distribution[only - 1] : undefined;
  return (
    <div ref={box} class="explanation">
      {hits !== undefined && all > 0 && (
        <p class="hits">
          <strong>
            <CountUp from={0} to={hits} />
          </strong>{' '}
          {words.question.gotIt(words.number(all))}
        </p>
      )}
      {explanation && (
        <p class="explanation-text" lang={language}>
          {explanation}
        </p>
      )}
    </div>
  );
}
