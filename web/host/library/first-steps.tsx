import type { HostModel } from '../../ui/page-model.ts';
import { host as words } from '../../words/en.ts';

/** An empty library is a picture of what to do. */
export function FirstSteps({ model }: { model: HostModel }) {
  const { make, makeHint, bring, bringHint, sample, sampleHint } = words.own.first;
  return (
    <ol class="first-steps">
      <li>
        <button type="button" class="first-step" onClick={() => model.edit('new')}>
          <strong>{make}</strong>
          <span>{makeHint}</span>
        </button>
      </li>
      <li>
        <button type="button" class="first-step" onClick={() => model.bringing.open()}>
          <strong>{bring}</strong>
          <span>{bringHint}</span>
        </button>
      </li>
      <li>
        <button type="button" class="first-step" onClick={toSamples}>
          <strong>{sample}</strong>
          <span>{sampleHint}</span>
        </button>
      </li>
    </ol>
  );
}

function toSamples() {
  const samples = document.getElementById('samples');
  samples?.scrollIntoView({ behavior: 'smooth' });
  samples?.focus({ preventScroll: true });
}
