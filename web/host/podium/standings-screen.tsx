import type { StandingsRow } from '../../../game/seats/standing.ts';
import type { RoomModel } from '../../ui/page-model.ts';
import { host as words } from '../../words/en.ts';
import { FlameMark, UpMark } from '../controls/icons.tsx';
import { CountUp } from './count-up.tsx';

const STREAK = 2;
const CLIMB = 1;

export function StandingsScreen({ model }: { model: RoomModel }) {
  const top = model.room.value?.top ?? [];
  const before = order(top);
  const last = top.at(-1);
  return (
    <div class="standings">
      <h1>{words.standings.title}</h1>
      {top.length === 0 && <p class="hint">{words.standings.empty}</p>}
      <ol>
        {top.map((place, i) => (
          <Row key={place.name} place={place} from={(before.get(place) ?? i) - i} />
        ))}
      </ol>
      {last?.more && <p class="standings-more">{words.standings.more(words.number(last.more), last.rank)}</p>}
    </div>
  );
}

function order(top: readonly StandingsRow[]): Map<StandingsRow, number> {
  const listed = [...top].sort((a, b) => (a.was ?? 0) - (b.was ?? 0));
  return new Map(listed.map((place, i) => [place, (place.was ?? 0) > top.length ? top.length : i]));
}

function Row({ place, from }: { place: StandingsRow; from: number }) {
  const { name, points, gained, rank, was, streak } = place;
  const up = was === undefined ? 0 : was - rank;
  return (
    <li class="standing" style={{ '--from': from }} data-up={up >= CLIMB}>
      <span class="standing-rank">{rank}</span>
      <span class="standing-name">{name}</span>
      <span class="standing-marks">
        {up >= CLIMB && (
          <span class="standing-up">
            <UpMark />
            <span class="visually-hidden">{words.standings.up}</span> {up}
          </span>
        )}
        {streak >= STREAK && (
          <span class="standing-streak">
            <FlameMark />
            {words.standings.streak(streak)}
          </span>
        )}
        {gained > 0 && <span class="standing-gained">{words.standings.gained(words.number(gained))}</span>}
      </span>
      <span class="standing-points">
        <CountUp from={points - gained} to={points} delay={350} />
        <span class="visually-hidden"> {words.standings.points}</span>
      </span>
    </li>
  );
}
