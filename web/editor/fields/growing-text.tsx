import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  label: string;
  placeholder?: string;
  value: string;
  /** Characters. */
  most: number;
  invalid?: boolean;
  /** What tells about it, by id. */
  described?: string | undefined;
  /** BCP 47. */
  language: string;
  input(value: string): void;
  /** Enter; absent: a new line. */
  enter?(): void;
  /** @returns true: it was taken care of */
  paste?(text: string): boolean;
}

/** As high as its text. */
export function GrowingText({ label, value, most, invalid, described, language, input, enter, paste, placeholder }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    // Where the browser does not do it by itself.
    if (!area.current || CSS.supports('field-sizing', 'content')) return;
    area.current.style.height = '0';
    area.current.style.height = `${area.current.scrollHeight}px`;
  }, [value]);
  return (
    <textarea
      ref={area}
      id={id}
      class="growing"
      rows={1}
      aria-label={label}
      aria-invalid={invalid}
      aria-describedby={described}
      placeholder={placeholder}
      value={value}
      maxLength={most}
      lang={language}
      dir="auto"
      onInput={({ currentTarget }) => input(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.isComposing || !enter) return;
        event.preventDefault();
        enter();
      }}
      onPaste={(event) => {
        if (paste?.(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
      }}
    />
  );
}
