import { Dialog } from '../host/controls/dialog.tsx';
import { editor as words } from '../words/en-editor.ts';

export function ShortcutSheet({ close }: { close(): void }) {
  return (
    <Dialog title={words.sheet.title} close={close}>
      <dl class="shortcuts">
        {words.sheet.keys.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="row">
        <button type="submit" class="quiet" autofocus>
          {words.sheet.close}
        </button>
      </p>
    </Dialog>
  );
}
