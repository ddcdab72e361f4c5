import type { PlayerModel } from '../ui/page-model.ts';
import { player as words } from '../words/en.ts';
import { useDelayed } from './use-delayed.ts';

export function LineLost({ model }: { model: PlayerModel }) {
  const lost = useDelayed(model.connectionStatus.value === 'lost' && ['in', 'joining'].includes(model.status.value));
  return <div role="status">{lost && <p class="line-lost">{words.lost}</p>}</div>;
}
