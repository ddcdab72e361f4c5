import { useEffect } from 'preact/hooks';

/** The keys 1 to 6 choose, wherever the focus is, except where somebody types. */
export function useNumberKeys(press: (number: number) => void) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement;
      if (typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey || !/^[1-6]$/.test(event.key)) return;
      press(Number(event.key));
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [press]);
}
