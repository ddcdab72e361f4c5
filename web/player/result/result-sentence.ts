import { spokenOutcome } from '../../questions/asked-on-phone.tsx';
import type { PlayerModel } from '../../ui/page-model.ts';
import { player as words } from '../../words/en.ts';
import { resultMark } from './result-mark.ts';

export function resultSentence(model: PlayerModel): string {
  const { asked } = model.room.value!;
  const { standing } = resultMark(model);
  const { gained, rank, of, about, ahead } = standing ?? {};
  return [
    standing && words.head.points(words.result.gained(words.number(gained!))),
    standing && words.result.rank(rank!, of!, about),
    ahead && words.result.ahead(ahead.by, ahead.name),
    asked && spokenOutcome(asked),
  ]
    .filter(Boolean)
    .join('. ');
}
