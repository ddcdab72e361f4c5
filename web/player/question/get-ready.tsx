import { Heading } from '../../ui/heading.tsx';
import { smallAddress } from '../../ui/media-address.ts';
import type { PlayerModel } from '../../ui/page-model.ts';
import { useSecondsLeft } from '../../ui/use-seconds-left.ts';
import { player as words } from '../../words/en.ts';

export function GetReady({ model }: { model: PlayerModel }) {
  const { number, of, turn, asked } = model.room.value!;
  const left = useSecondsLeft(model, turn?.showsAt);
  return (
    <main class="screen ready">
      <Heading class="lead">{words.ready.title}</Heading>
      <p class="ready-count" key={left} aria-hidden="true">
        {left || ''}
      </p>
      {asked?.picture && <img hidden src={smallAddress(asked.picture)} alt="" />}
      <p class="quiet">{words.head.question(number, of)}</p>
    </main>
  );
}
