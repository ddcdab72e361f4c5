import type { HostModel } from '../ui/page-model.ts';
import { hostRefusals, host as words } from '../words/en.ts';

/** Over the stage, not in it: nothing moves when the line is lost or found. The style sheet lets 300 ms pass before it shows. */
export function LineLost({ model }: { model: HostModel }) {
  return (
    <div class="line-lost" role="status">
      {model.connectionStatus.value === 'lost' && <p>{words.lost}</p>}
    </div>
  );
}

/** The last refusal, until the next try. */
export function RefusalMessage({ model }: { model: HostModel }) {
  const told = model.refusal.value;
  return (
    <div class="refused" role="alert">
      {told && <p>{hostRefusals[told.code]}</p>}
    </div>
  );
}
