// Results as Markdown and charts.
import { availableParallelism, cpus } from 'node:os';
import type { Chart } from './chart.ts';
import { type Asked, FLOODS, type Flooded } from './floods.ts';
import { budgetResults, type Summary } from './summary.ts';

interface Circumstances {
  command: string;
  date: string;
  cores: number;
  cpu: string;
  node: string;
  system: string;
  own: boolean;
}

export const circumstances = (command: string, own: boolean): Circumstances => ({
  own,
  command,
  date: new Date().toISOString().slice(0, 10),
  cores: availableParallelism(),
  cpu: cpus()[0]?.model ?? 'unknown',
  node: process.version,
  system: process.platform,
});

const plain = (value: number, digits = 0) =>
  Number.isFinite(value) ? value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }) : '–';
const ms = (value: number) => `${plain(value, value < 20 ? 1 : 0)} ms`;
const table = (rows: readonly (readonly string[])[]) =>
  rows.map((row, i) => `| ${row.join(' | ')} |${i === 0 ? `\n|${'---|'.repeat(row.length)}` : ''}`).join('\n');

type Row = readonly [name: string, of: (one: Summary) => string];

const TIMES: readonly Row[] = [
  ['joins a second (bare handshakes)', ({ joins, bareJoins }) => `${plain(joins)} (${plain(bareJoins)})`],
  ['question: click to first receipt', ({ question }) => ms(question.first)],
  ['question: click to last receipt', ({ question }) => `**${ms(question.last)}**`],
  ['bare loop: click to last receipt', ({ loop }) => ms(loop)],
  ['ratio', ({ questionRatio }) => `**${plain(questionRatio, 2)}**`],
  ['opening: spread over the players', ({ opening }) => ms(opening)],
  ['answers: half are acknowledged', ({ answers }) => ms(answers.median)],
  ['answers: all are acknowledged', ({ answers }) => `**${ms(answers.last)}**`],
  ['bare echo: all have theirs', ({ echo }) => ms(echo)],
  ['disk: its own flush', ({ flush }) => ms(flush)],
  ['ratio', ({ answersRatio }) => `**${plain(answersRatio, 2)}**`],
  ["answers: counted on the host's page", ({ counted }) => ms(counted)],
  ['reveal: look to last receipt', ({ reveal }) => `**${ms(reveal.last)}**`],
  ['ratio to the bare loop’s question', ({ revealRatio }) => `**${plain(revealRatio, 2)}**`],
];
const COSTS: readonly Row[] = [
  ['frames received per player per question', ({ frames }) => plain(frames, 2)],
  ['bytes received per player per question', ({ bytes }) => plain(bytes)],
  ['server CPU per frame of a question (bare)', ({ cpu }) => `${plain(cpu.question)} µs (${plain(cpu.loop)})`],
  ['server CPU per answer (bare echo)', ({ cpu }) => `${plain(cpu.answer)} µs (${plain(cpu.echo)})`],
  ['server CPU per player of a reveal', ({ cpu }) => `${plain(cpu.reveal)} µs`],
  ['memory per connected player in the lobby', ({ lobby }) => `${plain(lobby / 1024, 1)} KB`],
  ['after the questions (live objects)', ({ memory, heap }) => `${plain(memory / 1024, 1)} KB (${plain(heap / 1024, 1)})`],
  ['CPU at rest, of a core', ({ rest }) => `${plain(rest * 100, 2)} %`],
  ['killed: until it listens again', ({ listening }) => ms(listening)],
  ['killed: until half are in their seats', ({ seated }) => ms(seated.median)],
  ['killed: until the last is', ({ seated }) => ms(seated.last)],
  ['frames, answers, lines lost', ({ lost }) => plain(lost)],
];

const tableOf = (all: readonly Summary[], rows: readonly Row[]) =>
  table([
    ['players', ...all.map(({ players }) => plain(players))],
    ...rows.map(([name, of]) => [name, ...all.map(of)]).filter(([, ...cells]) => /\d/.test(cells.join())),
  ]);

export function report(all: readonly Summary[], { command, date, cores, cpu, node, system, own }: Circumstances): string {
  return [
    `\`${command}\`, ${date}: ${cores} cores (${cpu}), ${system}, Node ${node}. ${own ? 'Server, players and bare loop are three processes on this one machine.' : 'The players are on this machine, the server is not measured.'}`,
    '',
    tableOf(all, TIMES),
    '',
    tableOf(all, COSTS),
    '',
    table([
      ['budget', 'figure', ''],
      ...budgetResults(all).map(({ budget, figure, met }) => [budget, figure, met ? 'met' : '**missed**']),
    ]),
  ].join('\n');
}

export function floodReport(all: readonly Flooded[], players: number): string {
  const both = (of: (one: Asked) => number) => (one: Flooded) => `${ms(of(one.flooded))} (${ms(of(one.calm))})`;
  const rows: readonly (readonly [string, (one: Flooded) => string])[] = [
    ['question: click to last receipt', both(({ question }) => question)],
    ['answers: all are acknowledged', both(({ answers }) => answers)],
    ['reveal: look to last receipt', both(({ reveal }) => reveal)],
    ['a newcomer is in', both(({ newcomer }) => newcomer)],
    ['of the players missed', ({ calm, flooded }) => plain(calm.missing + flooded.missing)],
    ['came over, each time', ({ said }) => plain(said)],
    ['refused', ({ refused }) => list(refused)],
    ['memory above before (live objects)', ({ grown }) => `${mb(grown.process)} MB (${mb(grown.heap)})`],
  ];
  return [
    `A room of ${plain(players)} while its server is flooded from another address, and in peace (in brackets):`,
    '',
    table([['', ...all.map(({ flood }) => FLOODS[flood])], ...rows.map(([name, of]) => [name, ...all.map(of)])]),
  ].join('\n');
}
const mb = (bytes: number) => plain(bytes / 2 ** 20, 1);
const list = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([what, times]) => `${plain(times)} ${what}`)
    .join(', ') || 'each in words';

/** By file name; omits what was not measured. */
export function charts(all: readonly Summary[]): Record<string, Chart> {
  const line = (name: string, of: (one: Summary) => number, baseline = false) => ({
    name,
    baseline,
    points: all.map((one) => [one.players, of(one)] as const),
  });
  const axes = { x: 'players in the room', y: 'milliseconds', logarithmic: { x: true, y: true } };
  const drawn: Record<string, Chart> = {
    'question.svg': {
      ...axes,
      title: 'A question to everybody: from the click to the last phone',
      series: [line('Quizcast', ({ question }) => question.last), line('bare ws loop, same bytes', ({ loop }) => loop, true)],
    },
    'answers.svg': {
      ...axes,
      title: 'Everybody answers at one instant: until the last is told',
      series: [
        line('Quizcast, on disk', ({ answers }) => answers.last),
        line('bare ws echo, same frames', ({ echo }) => echo, true),
        line("Quizcast, counted on the host's page", ({ counted }) => counted),
      ],
    },
    'recovery.svg': {
      ...axes,
      title: 'The server is killed: until everybody is back',
      series: [
        line('the last is in the seat', ({ seated }) => seated.last),
        line('half are', ({ seated }) => seated.median),
        line('the server listens again', ({ listening }) => listening, true),
      ],
    },
  };
  return Object.fromEntries(
    Object.entries(drawn)
      .map(([name, chart]) => {
        const series = chart.series.filter(({ points }) => points.some(([, value]) => Number.isFinite(value)));
        return [name, { ...chart, series }] as const;
      })
      .filter(([, { series }]) => series.length),
  );
}
