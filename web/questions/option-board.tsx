import { useRef } from 'preact/hooks';
import { CountUp } from '../screens/host/count-up.tsx';
import { useFit } from '../screens/host/fit.ts';
import { Mark, Shape } from '../shapes.tsx';
import { host as words } from '../words/en.ts';
import type { BoardProps } from './kind.ts';

/**
 * Numbered options on the projector: tiles from the opening on; from the reveal on the wrong ones step back, the right ones stay
 * lit with a mark, and bars and counts grow from the tiles.
 */
export function OptionBoard({ labels, open, reveal }: Omit<BoardProps, 'face'> & { labels: readonly string[] }) {
  const board = useRef<HTMLUListElement>(null);
  useFit(board, '.tile-label', [labels.join('\n'), open, Boolean(reveal)]);
  const most = Math.max(1, ...(reveal?.distribution ?? []));
  if (!open) return null;
  return (
    <ul ref={board} class="board" data-count={labels.length} data-revealed={Boolean(reveal)}>
      {labels.map((label, i) => (
        <Tile
          key={label}
          label={label}
          number={i + 1}
          right={reveal?.right.includes(i + 1)}
          count={reveal?.distribution[i]}
          most={most}
        />
      ))}
    </ul>
  );
}

interface TileProps {
  label: string;
  number: number;
  /** Undefined before the reveal, as is the count. */
  right: boolean | undefined;
  count: number | undefined;
  /** The largest count on the board: its bar takes the whole width. */
  most: number;
}

function Tile({ label, number, right, count, most }: TileProps) {
  return (
    <li class="tile" data-option={number} data-right={right}>
      <span class="tile-shape">
        <Shape number={number} />
      </span>
      <span class="tile-label">{label}</span>
      {count !== undefined && (
        <>
          <span class="tile-count">
            {right && (
              <span class="tile-mark">
                <Mark of="right" />
                <span class="visually-hidden">{words.question.right}</span>
              </span>
            )}
            <CountUp from={0} to={count} delay={300} />
          </span>
          <span class="tile-bar" aria-hidden="true" style={{ '--share': count / most }} />
        </>
      )}
    </li>
  );
}
