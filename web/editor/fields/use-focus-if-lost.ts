import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** When it appears and what had the focus is gone: keys reach the editor, and it is read. */
export function useFocusIfLost(place: RefObject<HTMLElement | null>, isWanted = true) {
  useEffect(() => {
    if (isWanted && document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, []);
}
