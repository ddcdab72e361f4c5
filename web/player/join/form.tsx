import type { ComponentChildren } from 'preact';

/** Submits to the model; faults are in our words, not the browser's. */
export const Form = ({ onSend, children }: { onSend(): void; children: ComponentChildren }) => (
  <form
    class="form"
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      onSend();
    }}
  >
    {children}
  </form>
);
