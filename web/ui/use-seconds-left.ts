import { useEffect, useState } from 'preact/hooks';
import type { PageModel } from './page-model.ts';

/**
 * Whole seconds until an instant of the common clock, rounded up; undefined without an instant. Wakes once a second, at the
 * very moment at which the number changes, so that all screens count together.
 */
export function useSecondsLeft({ now }: Pick<PageModel, 'now'>, until: number | undefined): number | undefined {
  const [, wake] = useState(0);
  const left = until === undefined ? undefined : Math.max(0, Math.ceil((until - now()) / 1000));
  useEffect(() => {
    if (until === undefined || !left) return;
    // A little late rather than early: an early wake would show the same number for another second.
    const timer = setTimeout(() => wake((n) => n + 1), until - now() - (left - 1) * 1000 + 5);
    return () => clearTimeout(timer);
  }, [until, left, now]);
  return left;
}
