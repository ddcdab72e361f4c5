import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const LEAST = 0.34;

const spills = (box: Element) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;

/** Sets `--fit` on `root`: the largest share of the font size at which no box overflows. */
export function useFitText(root: RefObject<HTMLElement | null>, boxes: string, on: readonly unknown[]) {
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const shrink = () => {
      // Animations are at their end while measuring: see base.css.
      element.dataset.measuring = '';
      settle();
      delete element.dataset.measuring;
    };
    const settle = () => {
      const all = [...element.querySelectorAll(boxes)];
      const fits = (share: number) => {
        element.style.setProperty('--fit', share.toFixed(3));
        return !all.some(spills);
      };
      if (fits(1)) return;
      let [low, high] = [LEAST, 1];
      for (let i = 0; i < 6; i++) {
        const middle = (low + high) / 2;
        if (fits(middle)) low = middle;
        else high = middle;
      }
      fits(low);
    };
    shrink();
    const watch = new ResizeObserver(shrink);
    watch.observe(element);
    document.fonts.addEventListener('loadingdone', shrink);
    return () => {
      watch.disconnect();
      document.fonts.removeEventListener('loadingdone', shrink);
    };
  }, on);
}
