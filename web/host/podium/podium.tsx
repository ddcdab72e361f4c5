import { useEffect, useRef } from 'preact/hooks';
import type { StandingsRow } from '../../../game/seats/standing.ts';
import type { RoomModel } from '../../ui/page-model.ts';
import { present, roomOf } from '../../ui/present.ts';
import { host as words } from '../../words/en.ts';
import type { SheetName } from '../controls/sheets.tsx';
import { celebrate, WINNER_MS } from './confetti.ts';
import { ResultsButton } from './results-button.tsx';

const STEPS = [2, 1, 3];

const LONG = 13;

/** Third, second, a pause, first; ties share a step. */
export function Podium({ model, show }: { model: RoomModel; show(sheet: SheetName): void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { title, top = [] } = roomOf(model);
  const winners = top.some(({ rank, points }) => rank === 1 && points > 0);
  useEffect(() => (winners ? celebrate(present(canvas.current)) : undefined), [winners]);
  const behind = top.filter(({ rank }) => rank > 3);
  return (
    <div class="podium" style={{ '--winner': `${WINNER_MS}ms` }}>
      <h1 class="visually-hidden">{words.podium.title}</h1>
      {top.length === 0 && <p class="empty">{words.podium.empty}</p>}
      <ol class="steps">
        {STEPS.map((rank) => (
          <Step key={rank} rank={rank} places={top.filter((place) => place.rank === rank)} />
        ))}
      </ol>
      <div class="podium-foot">
        <p class="podium-behind">
          {behind.map(({ name, rank, points, more }) => (
            <span key={name}>
              <b>{rank}</b> {name} <span class="podium-points">{words.number(points)}</span>
              {more && ` ${words.podium.more(words.number(more))}`}
            </span>
          ))}
        </p>
        <p class="row">
          <ResultsButton model={model} title={title} of={{ players: model.hostView.value?.players ?? 0 }} />
          <button type="button" class="quiet" onClick={() => show('end')}>
            {words.podium.close}
          </button>
        </p>
      </div>
      <canvas ref={canvas} class="confetti" />
    </div>
  );
}

function Step({ rank, places }: { rank: number; places: readonly StandingsRow[] }) {
  const [first] = places;
  const more = places.at(-1)?.more;
  if (!first) return null;
  return (
    <li class="step" data-rank={rank} value={rank}>
      <div class="step-names" data-many={places.length > 2} data-long={places.some(({ name }) => name.length > LONG)}>
        {places.map(({ name }) => (
          <p key={name}>{name}</p>
        ))}
        {more && <p class="step-more">{words.podium.more(words.number(more))}</p>}
        <p class="step-points">{words.number(first.points)}</p>
      </div>
      <div class="step-block">
        <span aria-hidden="true">{rank}</span>
        <span class="visually-hidden">{words.podium.place(rank)}</span>
      </div>
    </li>
  );
}
