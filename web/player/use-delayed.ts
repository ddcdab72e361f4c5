import { useEffect, useState } from 'preact/hooks';

const PATIENCE_MS = 300;

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
