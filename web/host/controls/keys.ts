import { useEffect } from 'preact/hooks';

/** Elements with keys of their own. */
const OWN_KEYS = 'button, a, input, select, textarea, summary, [role="switch"], [contenteditable]';

/** A dialog or the menu gets the keys. */
const covered = () => document.querySelector('dialog[open], :popover-open') !== null;

interface HostKeys {
  next(): void;
  lock(): void;
  full(): void;
}

const PRESS = [' ', 'enter'];
/** As presenters' remotes send them. */
const NEXT = ['pagedown', 'arrowright'];
/** Back and blank: a quiz has neither. */
const IGNORED = ['pageup', 'arrowleft', '.'];

/** Where the layout has other letters, the place of the key counts. */
function nameOf({ key, code }: KeyboardEvent): string {
  const isForeign = /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key);
  return (isForeign ? code.replace(/^Key/, '') : key).toLowerCase();
}

/** Space, Enter or a presenter's next presses the main button; L locks, F fills the screen. */
export function useHostKeys(keys: HostKeys) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || covered()) return;
      const isOn = (selector: string) => event.target instanceof Element && event.target.closest(selector) !== null;
      if (isOn('input, textarea, select')) return;
      const key = nameOf(event);
      if (PRESS.includes(key) && isOn(OWN_KEYS)) return;
      if (key === 'l') keys.lock();
      else if (key === 'f') keys.full();
      else if (PRESS.includes(key) || NEXT.includes(key)) keys.next();
      else if (!IGNORED.includes(key)) return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}

export function fullScreen() {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  change?.catch(() => {});
}
