import { useCountUp } from '../../ui/use-count-up.ts';
import { board as words } from '../../words/en.ts';

/** Animated; the text has the last value at once. */
export const CountUp = ({ from, to, delay, duration }: { from: number; to: number; delay?: number; duration?: number }) => (
  <>
    <span aria-hidden="true">{words.number(useCountUp(from, to, delay, duration))}</span>
    <span class="visually-hidden">{words.number(to)}</span>
  </>
);
