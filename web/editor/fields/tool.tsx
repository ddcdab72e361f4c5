/** Strokes on a square of 24. */
const SIGNS = {
  up: 'M12 19V5m-6 6 6-6 6 6',
  down: 'M12 5v14m-6-6 6 6 6-6',
  copy: 'M9 9h10v10H9zM15 5H5v10',
  remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  undo: 'M9 5 4 10l5 5M4 10h10a5 5 0 0 1 0 10h-3',
  redo: 'm15 5 5 5-5 5M20 10H10a5 5 0 0 0 0 10h3',
  keys: 'M9.5 9a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.2 1-1.2 2v.6m0 3.5v.1',
  close: 'm7 7 10 10m0-10L7 17',
};

interface Props {
  label: string;
  sign: keyof typeof SIGNS;
  /** Shown with the label. */
  keys?: string;
  isOff?: boolean;
  act(): void;
}

/** Never `disabled`, which would lose the focus. */
export const Tool = ({ label, sign, keys, isOff, act }: Props) => (
  <button
    type="button"
    class="small"
    aria-label={label}
    title={keys ? `${label} (${keys})` : label}
    aria-disabled={isOff}
    onClick={act}
  >
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SIGNS[sign]} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  </button>
);
