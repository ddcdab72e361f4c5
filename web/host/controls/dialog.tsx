import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

/** The native dialog: keeps and returns the focus, closes on Escape. */
export function Dialog({ title, close, children }: { title: string; close(): void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => dialog.current?.showModal(), []);
  // At once: its `close` event comes after the next key.
  const shut = (event: Event) => {
    event.preventDefault();
    dialog.current?.close();
    close();
  };
  return (
    <dialog ref={dialog} aria-labelledby={id} onCancel={shut} onClose={() => dialog.current && close()}>
      <form method="dialog" onSubmit={shut}>
        <h2 id={id}>{title}</h2>
        {children}
      </form>
    </dialog>
  );
}
