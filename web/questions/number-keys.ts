import { useEffect } from 'preact/hooks';

/** Keys 1 to 6 choose, except while typing. */
export function useNumberKeys(press: (number: number) => void) {
  useEffect(() => {
    const pressed = ({ key, target, repeat, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const meant = /^[1-6]$/.test(key) && !(repeat || ctrlKey || metaKey || altKey || target instanceof HTMLInputElement);
      if (meant) press(Number(key));
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}
