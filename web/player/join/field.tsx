import type { ComponentChildren, ComponentProps } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Own {
  label: string;
  /** A refusal takes its place, so that nothing moves. */
  hint: string;
  refusal: ComponentChildren;
}

/** The page's only one. Takes the focus when it appears, and after a refusal. */
export function Field({ label, hint, refusal, ...input }: Own & ComponentProps<'input'>) {
  const box = useRef<HTMLInputElement>(null);
  const refused = Boolean(refusal);
  useEffect(() => box.current?.focus({ preventScroll: true }), [refused]);
  return (
    <div class="field">
      <label for="field">{label}</label>
      <input {...input} ref={box} id="field" aria-describedby="hint" aria-invalid={refused} />
      <div id="hint" class="hint" role="status" data-refused={refused}>
        {refusal || hint}
      </div>
    </div>
  );
}
