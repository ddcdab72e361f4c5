import { useEffect, useState } from 'preact/hooks';
import { stillness } from '../../ui/motion.ts';
import { board as words } from '../../words/en.ts';

/** Animated; the text has the last value at once. */
export function CountUp({
  from,
  to,
  delay = 0,
  duration = 700,
}: {
  from: number;
  to: number;
  delay?: number;
  duration?: number;
}) {
  const [shown, show] = useState(() => (stillness() ? to : from));
  useEffect(() => {
    if (stillness() || from === to) return show(to);
    const start = performance.now() + delay;
    let frame = requestAnimationFrame(function step(at) {
      const share = Math.min(1, Math.max(0, (at - start) / duration));
      show(Math.round(from + (to - from) * (1 - (1 - share) ** 3)));
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [from, to, delay, duration]);
  return (
    <>
      <span aria-hidden="true">{words.number(shown)}</span>
      <span class="visually-hidden">{words.number(to)}</span>
    </>
  );
}
