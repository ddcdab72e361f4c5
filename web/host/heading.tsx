import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * A screen's title. When the screen before it took the focus along, the title has it: a keyboard or a screen reader is never
 * left nowhere.
 */
export function Heading({ children, class: name }: { children: ComponentChildren; class?: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={title} class={name} tabIndex={-1}>
      {children}
    </h1>
  );
}
