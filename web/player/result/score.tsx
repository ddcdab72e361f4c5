import type { PlayerStanding } from '../../../game/seats/standing.ts';
import { player as words } from '../../words/en.ts';
import { CountUp } from './count-up.tsx';

export function Score({ standing, points }: { standing: PlayerStanding; points: number }) {
  const { mark, gained, streak, rank, of, about, ahead } = standing;
  return (
    <>
      {gained > 0 && (
        <p class="gained">
          <CountUp to={gained} />
        </p>
      )}
      {points === 0 && mark === 'right' && <p class="quiet">{words.result.unscored}</p>}
      {streak > 1 && <p class="badge">{words.result.streak(streak)}</p>}
      <p class="rank">
        <b>{words.result.rank(rank, of, about)}</b>
        <span>{ahead ? words.result.ahead(ahead.by, ahead.name) : rank === 1 && words.result.leading}</span>
      </p>
    </>
  );
}
