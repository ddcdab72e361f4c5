// Medians of a run, and its budget results.
import { median, type Spread } from './figures.ts';
import type { Round } from './round.ts';
import type { Run } from './run.ts';

/** Times in ms; NaN if not measured. */
export interface Summary {
  players: number;
  joins: number;
  bareJoins: number;
  question: Spread;
  loop: number;
  questionRatio: number;
  opening: number;
  answers: Spread;
  counted: number;
  echo: number;
  flush: number;
  answersRatio: number;
  reveal: Spread;
  revealRatio: number;
  frames: number;
  bytes: number;
  /** Server CPU per player's frame, µs. */
  cpu: { question: number; loop: number; answer: number; echo: number; reveal: number };
  /** Bytes per player above an idle server. */
  lobby: number;
  memory: number;
  heap: number;
  rest: number;
  listening: number;
  seated: Spread;
  lost: number;
}

const NOT: Spread = { first: Number.NaN, median: Number.NaN, p95: Number.NaN, last: Number.NaN };

/** Ratios are per round, so machine noise cancels. */
export function summaryOf({ players, joins, rounds, rough, memory, rest, recovery, lost }: Run): Summary {
  const middle = (of: (round: Round) => number) => median(rounds.map(of));
  const spread = (of: (round: Round) => Spread): Spread => ({
    first: middle((round) => of(round).first),
    median: middle((round) => of(round).median),
    p95: middle((round) => of(round).p95),
    last: middle((round) => of(round).last),
  });
  const cpu = (what: keyof NonNullable<Round['cpu']>) => middle((round) => ((round.cpu?.[what] ?? Number.NaN) * 1000) / players);
  const echo = (round: Round) => round.echo?.last ?? Number.NaN;
  const loop = (round: Round) => round.loop?.last ?? Number.NaN;
  return {
    players,
    joins: joins.product,
    bareJoins: joins.bare ?? Number.NaN,
    question: spread(({ question }) => question),
    loop: middle(loop),
    questionRatio: middle((round) => round.question.last / loop(round)),
    opening: Math.max(...rounds.map(({ opening }) => opening)),
    answers: spread(({ answers }) => answers),
    counted: middle(({ counted }) => counted),
    echo: middle(echo),
    flush: middle(({ flush }) => flush),
    answersRatio: middle((round) => round.answers.last / (echo(round) + round.flush)),
    reveal: spread(({ reveal }) => reveal),
    revealRatio: middle((round) => round.reveal.last / loop(round)),
    frames: middle(({ perPlayer }) => perPlayer.frames),
    bytes: middle(({ perPlayer }) => perPlayer.bytes),
    cpu: { question: cpu('question'), loop: cpu('loop'), answer: cpu('answers'), echo: cpu('echo'), reveal: cpu('reveal') },
    lobby: memory?.lobby.process ?? Number.NaN,
    memory: memory?.played.process ?? Number.NaN,
    heap: memory?.played.heap ?? Number.NaN,
    rest: rest ?? Number.NaN,
    listening: recovery?.listening ?? Number.NaN,
    seated: recovery?.seated ?? NOT,
    lost:
      lost +
      (recovery?.forgotten ?? 0) +
      [...rounds, rough].reduce((sum, { missing, uncounted }) => sum + missing + uncounted, 0),
  };
}

interface BudgetResult {
  budget: string;
  figure: string;
  met: boolean;
}

/** Checks each budget in every room; unmeasured ones are omitted. */
export function budgetResults(all: readonly Summary[]): BudgetResult[] {
  const judged = (budget: string, most: number, of: (one: Summary) => number, unit: string, scale = 1): BudgetResult => ({
    budget,
    figure:
      `${all.map((one) => `${(of(one) * scale).toFixed(2)} (${one.players.toLocaleString('en')})`).join(' · ')} ${unit}`.trim(),
    met: all.every((one) => of(one) <= most),
  });
  const large = all.reduce((most, one) => (one.players > most.players ? one : most));
  return [
    judged('question to the last receipt: at most 1.5 × the bare loop', 1.5, (one) => one.questionRatio, '×'),
    judged('reveal to the last receipt: at most 1.5 × the bare loop’s question', 1.5, (one) => one.revealRatio, '×'),
    judged('all answers acknowledged and on disk: at most 2 × the bare echo and the flush', 2, (one) => one.answersRatio, '×'),
    judged('opening of a question: within 50 ms of one another', 50, (one) => one.opening, 'ms'),
    {
      budget: 'memory per connected player: at most 40 KB',
      figure: `${(large.memory / 1024).toFixed(1)} KB`,
      met: large.memory <= 40 * 1024,
    },
    judged('CPU at rest: below 3 % of a core', 0.03, (one) => one.rest, '%', 100),
    {
      budget: 'whole games without a lost frame, answer or line',
      figure: `${all.reduce((sum, { lost }) => sum + lost, 0)} lost`,
      met: all.every(({ lost }) => lost === 0),
    },
  ].filter(({ figure }) => !figure.includes('NaN'));
}
