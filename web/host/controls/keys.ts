import { useEffect } from 'preact/hooks';

/** Things whose keys have their own meaning while they have the focus. */
const OWN_KEYS = 'button, a, input, select, textarea, summary, [role="switch"], [contenteditable]';

/** Something lies over the stage and gets the keys: a dialog or the menu. */
const covered = () => document.querySelector('dialog[open], :popover-open') !== null;

interface HostKeys {
  next(): void;
  lock(): void;
  full(): void;
}

/**
 * The keyboard drives the game: Space or Enter for the one big button, L, F. Escape is the browser's: it closes what is open.
 * A key held down counts once.
 */
export function useHostKeys(keys: HostKeys) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || covered()) return;
      const own = event.target instanceof Element && event.target.closest(OWN_KEYS) !== null;
      const key = event.key.toLowerCase();
      if (key === 'l' || key === 'f') {
        if (event.target instanceof Element && event.target.closest('input, textarea, select')) return;
        keys[key === 'l' ? 'lock' : 'full']();
      } else if ((key === ' ' || key === 'enter') && !own) keys.next();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}

/** Into full screen or out of it; a browser that refuses leaves everything as it was. */
export function fullScreen() {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  change?.catch(() => {});
}
