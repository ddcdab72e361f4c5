import { Heading } from '../ui/heading.tsx';
import type { HostModel } from '../ui/page-model.ts';
import { host as words } from '../words/en.ts';

export function HostedElsewhere({ model }: { model: HostModel }) {
  const { title, text, here, shelf } = words.taken;
  return (
    <main class="plain">
      <p class="brand">{words.product}</p>
      <Heading ifLost>{title}</Heading>
      <p>{text}</p>
      <p class="row">
        <button type="button" class="primary" onClick={() => model.hostHere()}>
          {here}
        </button>
        <button type="button" class="quiet" onClick={() => model.toLibrary()}>
          {shelf}
        </button>
      </p>
    </main>
  );
}
