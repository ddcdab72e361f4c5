import { editor as words } from '../words/en-editor.ts';
import { Tool } from './fields/tool.tsx';
import type { Missing } from './play-check.ts';

interface Props {
  missing: readonly Missing[];
  note: string | undefined;
  lead(to: Missing): void;
  close(): void;
}

/** What is still missing, one after the other. */
export function MissingStrip({ missing, note, lead, close }: Props) {
  const [first] = missing;
  return (
    <div class="missing" role="alert">
      {(first || note) && (
        <p>
          <span>
            {first ? first.text : note}
            {missing.length > 1 && <span class="hint"> · {words.check.more(missing.length - 1)}</span>}
          </span>
          {first && (
            <button type="button" class="small" onClick={() => lead(first)}>
              {words.check.next}
            </button>
          )}
          <Tool label={words.check.close} sign="close" act={close} />
        </p>
      )}
    </div>
  );
}
