import { useCountUp } from '../../ui/use-count-up.ts';
import { player as words } from '../../words/en.ts';

/** Animated; the text has the sum at once. */
export const CountUp = ({ to }: { to: number }) => (
  <>
    <span aria-hidden="true">{words.result.gained(words.number(useCountUp(0, to)))}</span>
    <span class="visually-hidden">{words.head.points(words.result.gained(words.number(to)))}</span>
  </>
);
