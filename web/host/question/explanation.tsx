import { useRef } from 'preact/hooks';
import type { Outcome } from '../../../game/quiz/questions/index.ts';
import { useFitText } from '../../ui/use-fit-text.ts';
import { host as words } from '../../words/en.ts';
import { CountUp } from '../podium/count-up.tsx';

interface Props {
  outcome: Pick<Outcome, 'answers' | 'right' | 'explanation'>;
  language: string;
}

export function Explanation({ outcome: { answers, right, explanation }, language }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useFitText(box, '.explanation-text', [explanation]);
  return (
    <div ref={box} class="explanation">
      {right !== undefined && answers > 0 && (
        <p class="hits">
          <strong>
            <CountUp from={0} to={right} />
          </strong>{' '}
          {words.question.gotIt(words.number(answers))}
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
