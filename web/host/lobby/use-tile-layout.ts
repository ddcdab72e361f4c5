import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Sizes of a tile, from few to many, as `data-size` on the wall; the style sheet knows what they are. */
const SIZES = 5;

/**
 * Lays tiles out so that the wall never spills: the largest size that takes them all, and at the smallest as many as fit. The
 * wall's last child says how many are left out; it is hidden when none are.
 * @param more whether there are more than the tiles say
 * @returns how many tiles are shown
 */
export function useTileLayout(list: RefObject<HTMLElement | null>, tiles: readonly unknown[], more: boolean): number {
  const [shown, show] = useState(tiles.length);
  useLayoutEffect(() => {
    const wall = list.current;
    if (!wall) return;
    const lay = () => {
      const all = [...wall.children] as HTMLElement[];
      const rest = all.pop()!;
      const fits = (count: number) => {
        all.forEach((tile, i) => {
          tile.hidden = i >= count;
        });
        rest.hidden = count === all.length && !more;
        return wall.scrollHeight <= wall.clientHeight + 1;
      };
      for (let size = 0; size < SIZES; size++) {
        wall.dataset.size = String(size);
        if (fits(all.length)) return show(all.length);
      }
      let [low, high] = [0, all.length];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (fits(middle)) low = middle;
        else high = middle;
      }
      fits(low);
      show(low);
    };
    lay();
    const watch = new ResizeObserver(lay);
    watch.observe(wall);
    return () => watch.disconnect();
  }, [list, tiles, more]);
  return shown;
}
