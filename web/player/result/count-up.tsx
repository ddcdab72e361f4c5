import { useEffect, useState } from 'preact/hooks';
import { stillness } from '../../ui/motion.ts';
import { player as words } from '../../words/en.ts';

const DURATION_MS = 700;

/** Animated; the text has the sum at once. */
export function CountUp({ to }: { to: number }) {
  const [shown, show] = useState(() => (stillness() ? to : 0));
  useEffect(() => {
    if (stillness()) return;
    const start = performance.now();
    let frame = requestAnimationFrame(function step(at) {
      const share = Math.min(1, Math.max(0, (at - start) / DURATION_MS));
      show(Math.round(to * (1 - (1 - share) ** 3)));
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [to]);
  return (
    <>
      <span aria-hidden="true">{words.result.gained(words.number(shown))}</span>
      <span class="visually-hidden">{words.head.points(words.result.gained(words.number(to)))}</span>
    </>
  );
}
