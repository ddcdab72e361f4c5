import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { EASE, stillness } from './motion.ts';

/** FLIP: children, known by `data-key`, slide from their former places. */
export function useSlideTransition(list: RefObject<HTMLElement | null>) {
  const before = useRef(new Map<string, DOMRect>());
  useLayoutEffect(() => {
    const after = new Map<string, DOMRect>();
    for (const child of (list.current?.children ?? []) as Iterable<HTMLElement>) {
      const key = child.dataset.key;
      if (key === undefined) continue;
      const to = child.getBoundingClientRect();
      after.set(key, to);
      const from = before.current.get(key);
      // Hidden children do not slide in.
      const [x, y] = from?.width && to.width ? [from.left - to.left, from.top - to.top] : [0, 0];
      if ((x || y) && !stillness()) {
        child.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], { duration: 220, easing: EASE });
      }
    }
    before.current = after;
  });
}

export function useGrowTransition(text: RefObject<HTMLElement | null>, on: unknown) {
  const before = useRef<{ box: DOMRect; size: number }>(undefined);
  useLayoutEffect(() => {
    const element = text.current;
    if (!element) return;
    const box = element.getBoundingClientRect();
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    const was = before.current;
    before.current = { box, size };
    if (!was || stillness()) return;
    const x = was.box.left + was.box.width / 2 - box.left - box.width / 2;
    const y = was.box.top + was.box.height / 2 - box.top - box.height / 2;
    const from = { transform: `translate(${x}px, ${y}px) scale(${was.size / size})` };
    element.animate([from, { transform: 'none' }], { duration: 250, easing: EASE });
  }, [on]);
}
