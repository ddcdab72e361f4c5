import { useEffect, useState } from 'preact/hooks';

/** What mends itself within this time is not worth a word, ms. */
const PATIENCE_MS = 300;

/** True once `state` has lasted for a moment; false at once when it ends. */
export function useDelayed(state: boolean): boolean {
  const [lasted, last] = useState(false);
  useEffect(() => {
    if (!state) return;
    const timer = setTimeout(last, PATIENCE_MS, true);
    return () => {
      clearTimeout(timer);
      last(false);
    };
  }, [state]);
  return state && lasted;
}
