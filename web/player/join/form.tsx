import type { ComponentChildren } from 'preact';

/** What is typed goes through the model, never to an address; what is wrong with it is said in our words, not the browser's. */
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
