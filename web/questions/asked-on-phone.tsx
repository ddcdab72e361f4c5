import type { Asked, KindName } from '../../game/quiz/questions/index.ts';
import { both, player as words } from '../words/en.ts';
import type { OutcomeProps, PadProps } from './kind.ts';
import { onPhone } from './on-phones.ts';

export function Pad<N extends KindName>(props: PadProps<N>) {
  const row = onPhone(props.asked.kind);
  return row ? (
    <row.Pad {...props} />
  ) : (
    <p class="quiet" lang={both.language}>
      {words.question.loading}
    </p>
  );
}

export function Outcome<N extends KindName>(props: OutcomeProps<N>) {
  const row = onPhone(props.asked.kind);
  return row ? <row.Outcome {...props} /> : null;
}

export const callOf = <N extends KindName>({ kind }: { kind: N }) => onPhone(kind)?.call ?? words.question.loading;

export const spokenOutcome = <N extends KindName>(asked: Asked<N>) => onPhone(asked.kind)?.spoken(asked);
