import { useEffect } from 'preact/hooks';
import type { Request } from '../connection/requests.ts';
import { useSignal } from '../ui/use-signal.ts';
import { out as words } from '../words/en-export.ts';
import { EXPORT_FORMATS, type ExportFormat, type Prepared } from './export-formats.ts';
import { type Gathered, gather } from './gathered.ts';

interface Props {
  ask: Request;
  /** Of the host. */
  hostKey: string;
  quiz: string;
}

type State = { step: 'preparing' } | { step: 'failed' } | { step: 'nothing' } | ({ step: 'ready'; blocked: boolean } & Prepared);

/** The parts of a dialog that closes when its form is sent. */
export function ExportChoice({ ask, hostKey, quiz }: Props) {
  const [first] = EXPORT_FORMATS;
  const gathered = useSignal<Gathered | undefined>(undefined);
  const chosen = useSignal<ExportFormat | undefined>(first);
  const state = useSignal<State>({ step: 'preparing' });

  async function prepare(format: ExportFormat | undefined) {
    chosen.value = format;
    state.value = { step: 'preparing' };
    gathered.value ??= await gather(ask, hostKey, quiz, words.untitled);
    const prepared = gathered.value && (await format?.prepare(gathered.value));
    // Another has been chosen meanwhile.
    if (chosen.peek() !== format) return;
    if (prepared === 'nothing') state.value = { step: 'nothing' };
    else state.value = prepared ? { step: 'ready', blocked: false, ...prepared } : { step: 'failed' };
  }
  useEffect(() => void prepare(first), []);

  const { value } = state;
  const go = (event: Event) => {
    if (value.step !== 'ready' || value.go()) return;
    event.preventDefault();
    state.value = { ...value, blocked: true };
  };
  return (
    <div class="export">
      <fieldset class="export-formats">
        <legend class="visually-hidden">{words.formats}</legend>
        {EXPORT_FORMATS.map((format) => (
          <Format key={format.id} format={format} checked={format === chosen.value} choose={() => void prepare(format)} />
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, by keys too */}
      <div class="export-losses" aria-live="polite" tabIndex={0}>
        <Losses state={value} />
      </div>
      <p class="row">
        {value.step === 'failed' ? (
          <button type="button" class="primary" onClick={() => void prepare(chosen.value)}>
            {words.again}
          </button>
        ) : (
          <button type="submit" class="primary" disabled={value.step !== 'ready'} onClick={go}>
            {chosen.value?.ending ? `${words.save} ${chosen.value.ending}` : words.print}
          </button>
        )}
      </p>
    </div>
  );
}

function Format({ format, checked, choose }: { format: ExportFormat; checked: boolean; choose(): void }) {
  const { id, name, hint, ending } = format;
  return (
    <label class="export-format">
      <input type="radio" name="format" value={id} checked={checked} onChange={choose} />
      <strong>{name}</strong>
      {ending && <code>{ending}</code>}
      <span>{hint}</span>
    </label>
  );
}

function Losses({ state }: { state: State }) {
  if (state.step === 'preparing') return <p>{words.preparing}</p>;
  if (state.step === 'failed') return <p>{words.failed}</p>;
  if (state.step === 'nothing') return <p>{words.nothingFinished}</p>;
  if (state.blocked) return <p>{words.blocked}</p>;
  if (!state.losses.length) return <p>{words.keepsAll}</p>;
  return (
    <>
      <p>{words.losses}</p>
      <ul>
        {state.losses.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
    </>
  );
}
