import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Takes the focus if the screen before it took it along, so that keyboard
 * and screen reader keep their place.
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
