import { Heading } from '../../ui/heading.tsx';
import type { PlayerModel } from '../../ui/page-model.ts';
import { player as words } from '../../words/en.ts';
import { Medal } from './medal.tsx';
import { TopFive } from './top-five.tsx';

/** The host screen shows it first. */
export function Podium({ model }: { model: PlayerModel }) {
  const standing = model.isSettling.value ? undefined : model.standing.value;
  const { top = [] } = model.room.value!;
  return (
    <main class="screen podium" data-rank={standing?.rank}>
      <Heading class="lead">{words.podium.title}</Heading>
      {standing ? (
        <div class="podium-own">
          {standing.rank <= 3 && <Medal rank={standing.rank} />}
          <p class="podium-place">{words.podium.place(standing.rank)}</p>
          <p class="quiet">{words.podium.sum(standing.of, standing.points)}</p>
        </div>
      ) : (
        <p class="quiet">{model.isSettling.value ? words.result.waiting : words.podium.watched}</p>
      )}
      {top.length > 0 && (
        <section class="podium-top">
          <h2>{words.result.top}</h2>
          <TopFive places={top} name={model.you.value?.name} />
        </section>
      )}
      <p class="quiet podium-thanks">{words.podium.thanks}</p>
    </main>
  );
}
