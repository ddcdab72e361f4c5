import { counts, type Reviewed } from '../../../quizzes/formats/review.ts';
import type { Bringing, BringQuiz } from '../../ui/library-model.ts';
import { host as words } from '../../words/en.ts';
import { Dialog } from '../controls/dialog.tsx';

const PASTED = 'pasted.txt';

export const readFile = async (bringing: BringQuiz, file: File) =>
  bringing.read({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });

export function BringDialog({ bringing }: { bringing: BringQuiz }) {
  const state = bringing.state.value;
  if (!state) return null;
  return (
    <Dialog title={words.bring.title} close={bringing.close}>
      <div class="bring" aria-live="polite">
        <Step state={state} bringing={bringing} />
      </div>
    </Dialog>
  );
}

function Step({ state, bringing }: { state: Bringing; bringing: BringQuiz }) {
  switch (state.step) {
    case 'reading':
      return <p class="bring-wait">{words.bring.reading(state.name)}</p>;
    case 'saving':
      return (
        <p class="bring-wait">
          {words.bring.saving(state.done, state.of)}
          <progress value={state.done} max={state.of} />
        </p>
      );
    case 'refused':
      return (
        <>
          <p role="alert">{state.reason}</p>
          <Choose bringing={bringing} />
        </>
      );
    case 'review':
      return <Review state={state} bringing={bringing} />;
    case 'choose':
      return <Choose bringing={bringing} />;
  }
}

function Choose({ bringing }: { bringing: BringQuiz }) {
  const paste = (text: string) => bringing.read({ name: PASTED, bytes: new TextEncoder().encode(text) });
  return (
    <>
      <label class="drop">
        <strong>{words.bring.drop}</strong>
        <span>{words.bring.formats}</span>
        <input
          class="visually-hidden"
          type="file"
          onChange={({ currentTarget: { files } }) => files?.[0] && readFile(bringing, files[0])}
        />
      </label>
      <label class="paste">
        {words.bring.paste}
        <textarea
          rows={5}
          placeholder={words.bring.pasteExample}
          onPaste={({ clipboardData }) => {
            const text = clipboardData?.getData('text/plain').trim();
            if (text) void paste(text);
          }}
          onChange={({ currentTarget }) => currentTarget.value.trim() && paste(currentTarget.value)}
        />
      </label>
    </>
  );
}

function Review({ state, bringing }: { state: Bringing & { step: 'review' }; bringing: BringQuiz }) {
  const { brought, rows, remarks } = state;
  const { taken, changed, draft, left } = counts(rows);
  const look = rows.filter(({ verdict }) => verdict !== 'taken');
  return (
    <>
      <p class="bring-sum">{words.bring.sum({ taken, changed, draft, left })}</p>
      <p class="hint">{words.bring.from(brought.format)}</p>
      {remarks.map((remark) => (
        <p key={remark} class="hint">
          {remark}
        </p>
      ))}
      <ul class="review">
        {look.map((row) => (
          <ReviewRow key={row.entry.at} row={row} />
        ))}
      </ul>
      <p class="row">
        <button type="button" class="quiet-button" onClick={bringing.open}>
          {words.bring.other}
        </button>
        {taken + changed + draft > 0 && (
          <button type="button" class="primary" onClick={bringing.save}>
            {words.bring.save(taken + changed + draft)}
          </button>
        )}
      </p>
    </>
  );
}

function ReviewRow({ row: { entry, verdict, faults } }: { row: Reviewed }) {
  const text = entry.outcome === 'read' ? entry.draft.text : entry.text;
  const why =
    entry.outcome === 'left'
      ? [entry.reason]
      : [...entry.changes, ...faults.map(({ at, should }) => words.bring.fault(at, should))];
  return (
    <li data-verdict={verdict}>
      <span class="review-at">{entry.at}</span>
      <span class="review-verdict">{words.bring.verdicts[verdict]}</span>
      <span class="review-text" dir="auto">
        {text || words.bring.noText}
      </span>
      {why.map((one) => (
        <span key={one} class="review-why">
          {one}
        </span>
      ))}
    </li>
  );
}
