import type { Asked, KindName, Summary } from '../../game/quiz/questions/index.ts';
import { ON_PROJECTOR } from './on-projector.ts';

interface Props<N extends KindName> {
  asked: Asked<N>;
  open: boolean;
  live: Summary | undefined;
}

export function Board<N extends KindName>({ asked, open, live }: Props<N>) {
  const row = ON_PROJECTOR[asked.kind];
  return <row.Board asked={asked} open={open} live={live && isOf(live, asked.kind) ? live.summary : undefined} />;
}

const isOf = <N extends KindName>(live: Summary, kind: N): live is Summary & Summary<N> => live.kind === kind;

export const badgeOf = ({ kind }: { kind: KindName }) => ON_PROJECTOR[kind].badge;

export const spokenOutcome = <N extends KindName>(asked: Asked<N>) => ON_PROJECTOR[asked.kind].spoken(asked);
