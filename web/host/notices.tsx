import type { RoomModel } from '../ui/page-model.ts';
import { hostRefusals, host as words } from '../words/en.ts';

/** An overlay: nothing moves. Shown after 300 ms. */
export function LineLost({ model }: { model: RoomModel }) {
  return (
    <div class="line-lost" role="status">
      {model.connectionStatus.value === 'lost' && <p>{words.lost}</p>}
      {model.connectionStatus.value === 'refused' && <p>{words.refused(location.origin)}</p>}
      {model.connectionStatus.value === 'outdated' && <p>{words.outdated}</p>}
    </div>
  );
}

export function RefusalMessage({ model }: { model: RoomModel }) {
  const told = model.refusal.value;
  return (
    <div class="refused" role="alert">
      {told && <p>{hostRefusals[told.code]}</p>}
    </div>
  );
}
