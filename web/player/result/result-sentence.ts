import { keyOptions } from '../../questions/options.ts';
import type { PlayerModel } from '../../ui/page-model.ts';
import { player as words } from '../../words/en.ts';
import { resultMark } from './result-mark.ts';

export function resultSentence(model: PlayerModel): string {
  const { face, reveal } = model.room.value!;
  const { standing } = resultMark(model);
  const right = face && reveal ? keyOptions(face, reveal) : [];
  const { gained, rank, of, ahead } = standing ?? {};
  return [
    standing && words.head.points(words.result.gained(words.number(gained!))),
    standing && words.result.rank(rank!, of!),
    ahead && words.result.ahead(ahead.by, ahead.name),
    `${words.result.key(right.length, reveal?.right.length)}: ${right.map(({ label }) => label).join(', ')}`,
  ]
    .filter(Boolean)
    .join('. ');
}
