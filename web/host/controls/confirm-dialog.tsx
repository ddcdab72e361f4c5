import { Dialog } from './dialog.tsx';

interface AskProps {
  title: string;
  text: string;
  yes: string;
  no: string;
  act(): void;
  close(): void;
}

/** The harmless answer has the focus. */
export function ConfirmDialog({ title, text, yes, no, act, close }: AskProps) {
  return (
    <Dialog title={title} close={close}>
      <p>{text}</p>
      <p class="row">
        <button type="submit" class="quiet" autofocus>
          {no}
        </button>
        <button type="submit" class="grave" onClick={act}>
          {yes}
        </button>
      </p>
    </Dialog>
  );
}
