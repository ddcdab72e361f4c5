import type { StandingsRow } from '../../../game/seats/standing.ts';
import { player as words } from '../../words/en.ts';

/** Names are unique in a room. */
export function TopFive({ places, name }: { places: readonly StandingsRow[]; name: string | undefined }) {
  const last = places.at(-1);
  return (
    <>
      <ol class="places">
        {places.map((place) => (
          <li key={place.name} value={place.rank} aria-current={place.name === name || undefined}>
            <span class="place-rank">{place.rank}</span>
            <bdi class="place-name">{place.name}</bdi>
            <span class="place-points">{words.number(place.points)}</span>
          </li>
        ))}
      </ol>
      {last?.more && <p class="quiet">{words.result.more(last.more, last.rank)}</p>}
    </>
  );
}
