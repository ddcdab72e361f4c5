import { useRef } from 'preact/hooks';
import { acceptance } from '../../game/quiz/questions/text/acceptance.ts';
import { MarkIcon } from '../ui/icons.tsx';
import { useFitText } from '../ui/use-fit-text.ts';
import { board, both, typed as words } from '../words/en.ts';
import type { BoardProps, KindOnProjector } from './kind.ts';
import { spokenTexts } from './typed-texts.ts';

function TypedBoard({ asked: { prompt, outcome }, open }: BoardProps<'typed'>) {
  const box = useRef<HTMLDivElement>(null);
  useFitText(box, '.typed', [open, outcome]);
  if (!open) return null;
  if (!outcome)
    return (
      <p class="typed-call" lang={both.language}>
        {words.call}
      </p>
    );
  const { texts, others } = outcome.summary;
  const isAccepted = acceptance({ ...prompt, ...outcome.solution });
  const most = Math.max(1, ...texts.map(({ count }) => count));
  return (
    <div ref={box} class="typed-board">
      <div class="typed">
        <p class="typed-right">
          <MarkIcon of="right" />
          <span class="visually-hidden" lang={both.language}>
            {both.right(outcome.solution.accepted.length)}
          </span>
          <span>{outcome.solution.accepted.join(' / ')}</span>
        </p>
        <ol class="typed-texts">
          {texts.map(({ text, count }) => (
            <li key={text} data-right={isAccepted(text)} style={{ '--share': count / most }}>
              <bdi>{text}</bdi>
              <span class="typed-count">
                {isAccepted(text) && <MarkIcon of="right" />}
                {board.number(count)}
              </span>
            </li>
          ))}
        </ol>
        {others > 0 && (
          <p class="typed-others" lang={both.language}>
            {words.others(board.number(others))}
          </p>
        )}
      </div>
    </div>
  );
}

export const typedOnProjector: KindOnProjector<'typed'> = { Board: TypedBoard, spoken: spokenTexts };
