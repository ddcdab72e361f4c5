import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const LEAST = 0.34;

const spills = (box: Element) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;

/**
 * Shrinks long texts rather than let them scroll: sets `--fit` on `root` to the largest share of the font size at which none of the
 * `boxes` in it spills over. Measured, because the widths of letters and scripts differ too much to be counted.
 * @param on whatever makes the text or its room another
 */
export function useFitText(root: RefObject<HTMLElement | null>, boxes: string, on: readonly unknown[]) {
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const shrink = () => {
      // What moves or grows at this moment is measured as it will stand: see base.css.
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
