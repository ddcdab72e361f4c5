import type { ResultPlayer, ResultQuestion } from '../../game/scoring/results.ts';
import type { Frame, ResultsCursor } from '../../game/wire/server-frames.ts';
import type { Request } from './requests.ts';

/** Fetches page by page; `progress` is told the players so far. */
export async function gatherResults(
  page: (cursor: ResultsCursor) => Promise<Frame<'results'>>,
  progress: (players: number) => void = () => {},
): Promise<Results> {
  const questions: ResultQuestion[] = [];
  const players: ResultPlayer[] = [];
  for (let cursor: ResultsCursor | null = 0; cursor !== null; ) {
    const { lines, next } = await page(cursor);
    for (const line of lines) {
      if (line.line === 'question') questions.push(line);
      else if (line.line === 'player') players.push({ ...line });
      else {
        const last = players.at(-1);
        if (last) last.answers = [...last.answers, ...line.answers];
      }
    }
    cursor = next;
    progress(players.length);
  }
  return { questions, players: ranked(players) };
}
/** @throws when they do not come */
export const askForResults = (
  ask: Request,
  of: { key: string; room: string; game?: number | undefined },
  progress: (players: number) => void,
) =>
  gatherResults(async (cursor) => {
    const reply = await ask('results', { ...of, cursor });
    if (reply?.type !== 'results') throw new Error('the results could not be fetched');
    return reply;
  }, progress);

export function ranked(players: readonly ResultPlayer[]): RankedPlayer[] {
  const order = [...players].sort((a, b) => b.points - a.points || (a.name < b.name ? -1 : 1));
  let rank = 0;
  return order.map((player, i) => {
    if (player.points !== order[i - 1]?.points) rank = i + 1;
    return { ...player, rank };
  });
}
export interface Results {
  questions: ResultQuestion[];
  players: RankedPlayer[];
}
export type RankedPlayer = ResultPlayer & { rank: number };
