import type { PlayerModel } from '../ui/page-model.ts';
import { player as words } from '../words/en.ts';
import { useDelayed } from './use-delayed.ts';

export function LineLost({ model }: { model: PlayerModel }) {
  const status = model.connectionStatus.value;
  const stuck = status === 'refused' || status === 'outdated';
  const lost = useDelayed(stuck || (status === 'lost' && ['in', 'joining'].includes(model.status.value)));
  return <div role="status">{lost && <p class="line-lost">{stuck ? words[status] : words.lost}</p>}</div>;
}
