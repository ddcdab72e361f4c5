import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  class?: string;
  lang?: string | undefined;
  children: ComponentChildren;
}

/** @param ifLost takes the focus only when its former element is gone; else always, so that screen readers follow */
export function Heading({ ifLost, ...props }: Props & { ifLost?: boolean }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!ifLost || document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, []);
  return <h1 ref={title} tabIndex={-1} {...props} />;
}
