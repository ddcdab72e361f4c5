import type { Asked } from '../../game/quiz/questions/index.ts';
import { both as words } from '../words/en.ts';

export function spokenTexts({ outcome }: Asked<'typed'>): string {
  const accepted = outcome?.solution.accepted ?? [];
  return `${words.right(accepted.length)}: ${accepted.join(', ')}`;
}
