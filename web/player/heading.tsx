import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  class?: string;
  lang?: string | undefined;
  children: ComponentChildren;
}

/** A screen's title. It takes the focus when the screen appears: whoever listens hears where they are, whoever tabs goes on from here. */
export function Heading(props: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return <h1 ref={title} tabIndex={-1} {...props} />;
}
