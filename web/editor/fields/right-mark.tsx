import { MarkIcon } from '../../ui/icons.tsx';

export function RightMark({ on, label, press }: { on: boolean; label: string; press(): void }) {
  return (
    <button type="button" class="right-mark" aria-pressed={on} aria-label={label} title={label} onClick={press}>
      <MarkIcon of="right" />
    </button>
  );
}
