import type { PlayerModel } from '../../model.ts';
import { player as words } from '../../words/en.ts';
import { useLasting } from './lasting.ts';

/** Over the head, not above it: nothing moves when the line is lost or found. */
export function LineLost({ model }: { model: PlayerModel }) {
  const lost = useLasting(model.line.value === 'lost' && ['in', 'joining'].includes(model.status.value));
  return <div role="status">{lost && <p class="line-lost">{words.lost}</p>}</div>;
}
