import { Heading } from '../../ui/heading.tsx';
import type { PlayerModel } from '../../ui/page-model.ts';
import { pictureAddress } from '../../ui/picture-address.ts';
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
      {asked?.picture && <img hidden src={pictureAddress(asked.picture.file)} alt="" />}
      <p class="quiet">{words.head.question(number, of)}</p>
    </main>
  );
}
