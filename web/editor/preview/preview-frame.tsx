import { type ComponentChildren, Fragment, render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  title: string;
  /** CSS px of the screen that it stands for. */
  width: number;
  height: number;
  /** Address of the style sheet of its page. */
  style: string;
  children: ComponentChildren;
}

/** A small window of its own, so that sizes and styles are those of the other page. Inert inside, too: its screens take the focus. */
export function PreviewFrame({ title, width, height, style, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [isThere, setThere] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const scale = () => element.style.setProperty('--scale', String(element.clientWidth / width));
    const watch = new ResizeObserver(scale);
    watch.observe(element);
    scale();
    return () => watch.disconnect();
  }, [width]);
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (!page || !isThere) return;
    render(<Fragment>{children}</Fragment>, page.body);
  });
  useEffect(
    () => () => {
      const page = frame.current?.contentDocument;
      if (page) render(null, page.body);
    },
    [],
  );
  return (
    <div
      ref={box}
      class="preview-frame"
      style={{ '--width': `${width}px`, '--height': `${height}px`, '--ratio': width / height }}
    >
      <iframe
        ref={frame}
        title={title}
        tabIndex={-1}
        inert
        srcdoc={`<!doctype html><html><head><link rel="stylesheet" href="${style}"></head><body inert></body></html>`}
        onLoad={() => setThere(true)}
      />
    </div>
  );
}
