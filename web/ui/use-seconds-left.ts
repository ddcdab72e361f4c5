import { useEffect, useState } from 'preact/hooks';
import type { PageModel } from './page-model.ts';

/** Whole seconds until an instant, rounded up: changes on all screens at once. */
export function useSecondsLeft({ now }: Pick<PageModel, 'now'>, until: number | undefined): number | undefined {
  const [, wake] = useState(0);
  const left = until === undefined ? undefined : Math.max(0, Math.ceil((until - now()) / 1000));
  useEffect(() => {
    if (until === undefined || !left) return;
    // Late rather than early: early would show the same number again.
    const timer = setTimeout(() => wake((n) => n + 1), until - now() - (left - 1) * 1000 + 5);
    return () => clearTimeout(timer);
  }, [until, left, now]);
  return left;
}
