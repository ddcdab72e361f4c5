import type { PlayerModel } from '../ui/page-model.ts';
import { player as words } from '../words/en.ts';
import { useDelayed } from './use-delayed.ts';

export function LineLost({ model }: { model: PlayerModel }) {
  const status = model.connectionStatus.value;
  const refused = status === 'refused';
  const lost = useDelayed(refused || (status === 'lost' && ['in', 'joining'].includes(model.status.value)));
  return <div role="status">{lost && <p class="line-lost">{refused ? words.refused : words.lost}</p>}</div>;
}
