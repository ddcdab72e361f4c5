import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  class?: string;
  lang?: string | undefined;
  children: ComponentChildren;
}

/** Takes the focus, so that keyboard and screen reader follow. */
export function Heading(props: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return <h1 ref={title} tabIndex={-1} {...props} />;
}
