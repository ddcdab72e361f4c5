import { useEffect, useRef } from 'preact/hooks';
import { acceptance } from '../../game/quiz/questions/text/acceptance.ts';
import { both, typed as words } from '../words/en.ts';
import type { KindOnPhone, PadProps } from './kind.ts';
import { spokenTexts } from './typed-texts.ts';

/** Limit of an accepted text, so that nobody types in vain. */
const LONGEST = 60;

function TypedPad({ open, chosen, choose }: PadProps<'typed'>) {
  const field = useRef<HTMLInputElement>(null);
  const done = !open || Boolean(chosen);
  const send = () => {
    const text = field.current?.value.trim();
    if (text && !chosen) choose(text);
  };
  // What is typed when time is up is better than nothing.
  useEffect(() => {
    if (open) field.current?.focus();
    else send();
  }, [open]);
  return (
    <form
      class="pad pad-typed"
      onSubmit={(event) => {
        event.preventDefault();
        if (!done) send();
      }}
    >
      <input
        ref={field}
        defaultValue={chosen?.value}
        maxLength={LONGEST}
        readOnly={done}
        aria-label={words.label}
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        spellcheck={false}
        enterKeyHint="send"
        dir="auto"
      />
      <button type="submit" class="primary send" lang={both.language} data-sent={done} aria-disabled={done}>
        {both.send}
      </button>
    </form>
  );
}

export const row: KindOnPhone<'typed'> = {
  call: words.call,
  credit: ({ prompt, outcome }, text) => (outcome ? Number(acceptance({ ...prompt, ...outcome.solution })(text.trim())) : 0),
  Pad: TypedPad,
  Outcome: ({ asked: { outcome }, language }) => (
    <>
      <h2>{both.right(outcome?.solution.accepted.length ?? 0)}</h2>
      <ul lang={language}>
        {outcome?.solution.accepted.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  ),
  spoken: spokenTexts,
};
