import { useEffect, useState } from 'preact/hooks';
import { stillness } from './motion.ts';

/** A number that runs from one value to another; ms. With reduced motion it is there at once. */
export function useCountUp(from: number, to: number, delay = 0, duration = 700): number {
  const [shown, show] = useState(() => (stillness() ? to : from));
  useEffect(() => {
    if (stillness()) return show(to);
    const start = performance.now() + delay;
    let frame = requestAnimationFrame(function step(at) {
      const share = Math.min(1, Math.max(0, (at - start) / duration));
      show(Math.round(from + (to - from) * (1 - (1 - share) ** 3)));
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [from, to, delay, duration]);
  return shown;
}
