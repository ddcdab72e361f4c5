import { useId } from 'preact/hooks';

interface Props<T extends string | number> {
  label: string;
  value: T | undefined;
  /** With what they are called. */
  choices: readonly (readonly [value: T, name: string])[];
  choose(value: T): void;
  invalid?: boolean;
  field?: string;
}

export function SelectField<T extends string | number>({ label, value, choices, choose, invalid, field }: Props<T>) {
  const id = useId();
  return (
    <div class="select-field" data-field={field}>
      <label for={id}>{label}</label>
      <select
        id={id}
        aria-invalid={invalid}
        value={String(value)}
        onChange={({ currentTarget }) => {
          const [chosen] = choices[currentTarget.selectedIndex] ?? [];
          if (chosen !== undefined) choose(chosen);
        }}
      >
        {choices.map(([one, name]) => (
          <option key={String(one)} value={String(one)} selected={one === value} label={name} />
        ))}
      </select>
    </div>
  );
}
