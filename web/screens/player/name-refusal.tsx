import type { Told } from '../../model.ts';
import { refusals, player as words } from '../../words/en.ts';

interface Props {
  told: Told;
  /** As it was tried. */
  name: string;
  take(name: string): void;
}

/** Why a name will not do. One that is taken comes with one that is free, a tap away. */
export function NameRefusal({ told: { code, suggestion }, name, take }: Props) {
  if (!suggestion) return <>{refusals[code]}</>;
  return (
    <>
      {words.name.taken(name)}{' '}
      <button type="button" class="link" onClick={() => take(suggestion)}>
        {words.name.try(suggestion)}
      </button>
    </>
  );
}
