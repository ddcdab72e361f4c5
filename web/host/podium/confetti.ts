import { stillness } from '../../ui/motion.ts';

export const WINNER_MS = 3600;

/** Bursts, ms after that. */
const BURSTS = [0, 350, 900];
const COLORS = ['--spotlight', '--answer-1', '--answer-2', '--answer-4', '--text'];

/** None with reduced motion; returns how to stop. */
export function celebrate(canvas: HTMLCanvasElement): () => void {
  if (stillness()) return () => {};
  const began = performance.now();
  const timers: ReturnType<typeof setTimeout>[] = [];
  const start = async () => {
    const { default: confetti } = await import('canvas-confetti');
    // Its worker would be a blob, which the CSP forbids.
    const fire = confetti.create(canvas, { resize: true, useWorker: false, disableForReducedMotion: true });
    const styles = getComputedStyle(canvas);
    const colors = COLORS.map((token) => styles.getPropertyValue(token).trim());
    const burst = (n: number) => {
      const common = { particleCount: 70, spread: 62, startVelocity: 58, ticks: 260, scalar: 1.2, colors };
      fire({ ...common, angle: 58, origin: { x: 0, y: 0.75 - n * 0.1 } });
      fire({ ...common, angle: 122, origin: { x: 1, y: 0.75 - n * 0.1 } });
    };
    BURSTS.forEach((at, n) => {
      timers.push(setTimeout(burst, began + WINNER_MS + at - performance.now(), n));
    });
  };
  start().catch(() => {});
  return () => timers.forEach(clearTimeout);
}
