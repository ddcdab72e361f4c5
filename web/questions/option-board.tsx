import { useRef } from 'preact/hooks';
import { CountUp } from '../host/podium/count-up.tsx';
import { MarkIcon, ShapeIcon } from '../ui/icons.tsx';
import { useFitText } from '../ui/use-fit-text.ts';
import { both, board as words } from '../words/en.ts';
import type { BoardProps } from './kind.ts';
import { type OptionKind, optionsOf } from './options.ts';

/** From the reveal on wrong tiles dim, and bars grow. */
export function OptionBoard({ asked, open, live }: BoardProps<OptionKind>) {
  const options = optionsOf(asked);
  const { outcome } = asked;
  const right = outcome?.solution.right ?? [];
  const board = useRef<HTMLUListElement>(null);
  useFitText(board, '.tile-label', [options.map(({ label }) => label).join('\n'), open, Boolean(outcome)]);
  const counts = outcome?.summary ?? live ?? [];
  const most = Math.max(1, ...counts);
  if (!open) return null;
  return (
    <ul ref={board} class="board" data-count={options.length} data-revealed={Boolean(outcome)}>
      {options.map(({ number, label, shape: look, lang }, i) => (
        <Tile
          key={number}
          label={label}
          lang={lang}
          look={look}
          right={right.length ? right.includes(number) : undefined}
          count={counts[i]}
          most={most}
        />
      ))}
    </ul>
  );
}

interface TileProps {
  label: string;
  lang: string | undefined;
  look: number;
  right: boolean | undefined;
  count: number | undefined;
  /** The largest count: a full bar. */
  most: number;
}

function Tile({ label, lang, look, right, count, most }: TileProps) {
  return (
    <li class="tile" data-option={look} data-right={right}>
      <span class="tile-shape">
        <ShapeIcon number={look} />
      </span>
      <span class="tile-label" lang={lang}>
        {label}
      </span>
      {count !== undefined && (
        <>
          <span class="tile-count">
            {right && (
              <span class="tile-mark">
                <MarkIcon of="right" />
                <span class="visually-hidden" lang={both.language}>
                  {words.right}
                </span>
              </span>
            )}
            {right === undefined ? words.number(count) : <CountUp from={0} to={count} delay={300} />}
          </span>
          <span class="tile-bar" aria-hidden="true" style={{ '--share': count / most }} />
        </>
      )}
    </li>
  );
}
