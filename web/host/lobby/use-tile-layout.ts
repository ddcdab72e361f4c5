import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** `data-size` of the tiles, few to many. */
const SIZES = 5;

/** The largest size at which all tiles fit; the last child counts those left out. @returns tiles shown */
export function useTileLayout(list: RefObject<HTMLElement | null>, tiles: readonly unknown[], more: boolean): number {
  const [shown, show] = useState(tiles.length);
  useLayoutEffect(() => {
    const wall = list.current;
    if (!wall) return;
    const lay = () => {
      const all = [...wall.children] as HTMLElement[];
      const rest = all.pop();
      if (!rest) return;
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
