import type { ResultLine } from './frames.ts';

type LineOf<L extends ResultLine['line']> = Extract<ResultLine, { line: L }>;

export interface Results {
  questions: LineOf<'question'>[];
  /** In no order. */
  players: LineOf<'player'>[];
}

/** Lines as they came, one page after the other. */
export function resultsOf(lines: readonly ResultLine[]): Results {
  const questions: Results['questions'] = [];
  const players: Results['players'] = [];
  for (const one of lines) {
    if (one.line === 'question') questions.push(one);
    else if (one.line === 'player') players.push(one);
    else players.at(-1)?.answers.push(...one.answers);
  }
  return { questions, players };
}
