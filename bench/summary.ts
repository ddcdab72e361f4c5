// A run in the figures that people compare: medians over its rounds, and how it stands against each budget.
import { median, type Spread } from './figures.ts';
import type { Round } from './round.ts';
import type { Run } from './run.ts';

/** Times in ms; NaN where it was not measured. */
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
  answersRatio: number;
  reveal: Spread;
  frames: number;
  bytes: number;
  /** CPU time of the server for each player's frame, µs; the bare server's beside it. */
  cpu: { question: number; loop: number; answer: number; echo: number; reveal: number };
  /** Bytes per player above an idle server, in the lobby and after the questions; of the latter, live objects. */
  lobby: number;
  memory: number;
  heap: number;
  /** Share of one core. */
  rest: number;
  listening: number;
  seated: Spread;
  /** Frames, answers and lines that were lost, in the whole game. */
  lost: number;
}

const NOT: Spread = { first: Number.NaN, median: Number.NaN, p95: Number.NaN, last: Number.NaN };

/** The ratios are made round by round, so that what slowed the machine down in one of them slowed both. */
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
    answersRatio: middle((round) => round.answers.last / echo(round)),
    reveal: spread(({ reveal }) => reveal),
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

/** Each budget against every room measured: a ratio of the smallest rooms is one of a few milliseconds. What was not measured has no verdict. */
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
    judged('all answers acknowledged and on disk: at most 2 × the bare echo', 2, (one) => one.answersRatio, '×'),
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
