// Layout checks that run inside the page.
import { install } from '@sinonjs/fake-timers';
import type Axe from 'axe-core';
import { act } from 'preact/test-utils';
import type { Demands } from '../gallery-demands.ts';

/** Delayed elements have appeared by then, ms. */
const LATE_MS = 300;

/**
 * Runs timers of the first moments, then freezes time.
 * @param draw returns selectors of buttons to press one after the other
 */
export function drawnAtOnce(draw: () => readonly string[] | undefined) {
  const clock = install({ toFake: ['setTimeout', 'clearTimeout'], shouldClearNativeTimers: true });
  try {
    let pressed: readonly string[] = [];
    act(() => {
      pressed = draw() ?? [];
    });
    act(() => void clock.tick(LATE_MS));
    for (const selector of pressed) act(() => document.querySelector<HTMLElement>(selector)?.click());
  } finally {
    clock.uninstall();
  }
}

/** Waits for images, fonts and final positions. */
async function settled(): Promise<void> {
  await document.fonts.ready;
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  await Promise.allSettled(document.getAnimations().map((one) => one.playState === 'running' && one.finish()));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

export async function faultsOf({ taps, whole }: Demands): Promise<string[]> {
  await settled();
  const small = Object.entries(taps).flatMap(([selector, least]) => tooSmall(selector, least));
  return [...overTheEdge(), ...small, ...(whole ? cutOff(whole) : [])];
}

const visible = (element: Element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden');
const called = (element: Element) =>
  `${element.tagName.toLowerCase()}.${element.getAttribute('class')} “${element.textContent?.trim().slice(0, 30)}”`;

/** Horizontal limits of a text within clipping boxes. */
function shownOf(text: Node): { left: number; right: number; width: number } {
  const range = document.createRange();
  range.selectNodeContents(text);
  let { left, right } = range.getBoundingClientRect();
  const width = right - left;
  for (let box = text.parentElement; box && box !== document.body; box = box.parentElement) {
    if (getComputedStyle(box).overflowX === 'visible') continue;
    const edges = box.getBoundingClientRect();
    left = Math.max(left, edges.left);
    right = Math.min(right, edges.right);
  }
  return { left, right, width };
}

function overTheEdge(): string[] {
  const faults: string[] = [];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} wide`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const element = text.parentElement!;
    if (!text.textContent?.trim() || !visible(element)) continue;
    const { left, right, width } = shownOf(text);
    seen += Number(width > 1);
    if (left < -1 || right > innerWidth + 1) faults.push(`over the edge: ${called(element)}`);
  }
  // Without fonts no text has a width.
  return seen ? faults : [...faults, 'no text to be seen'];
}

const tooSmall = (selector: string, least: number) =>
  [...document.querySelectorAll(selector)].filter(visible).flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width < least || height < least ? [`${Math.round(width)} × ${Math.round(height)}: ${called(element)}`] : [];
  });

const cutOff = (selector: string) =>
  [...document.querySelectorAll(selector)].flatMap((box) => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = box;
    const fits = scrollWidth <= clientWidth + 1 && scrollHeight <= clientHeight + 1;
    return fits ? [] : [`${scrollWidth} × ${scrollHeight} in ${clientWidth} × ${clientHeight}: ${called(box)}`];
  });

export async function axeFaults(): Promise<string[]> {
  await settled();
  const { axe } = globalThis as unknown as { axe: typeof Axe };
  const { violations } = await axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 150)} ${failureSummary}`),
  );
}
