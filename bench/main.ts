// `npm run bench`: measures games beside a bare ws server.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { giveUp, readOptions, wholeNumber } from '../test/support/command-line.ts';
import { drawChart } from './chart.ts';
import { type Flooded, measureFloods } from './floods.ts';
import { charts, circumstances, floodReport, report } from './report.ts';
import { measure, type Run } from './run.ts';
import type { ServerAddress } from './setup.ts';
import { summaryOf } from './summary.ts';

const HELP = `Plays whole games with many players over real sockets, and measures them beside a bare ws server.

  npm run bench -- [options]

  --players N,N,…   rooms of so many (50,200,500,1000,2000,5000)
  --questions N     measured questions in each room (15), and one with slow readers and lost lines
  --answers HOW     same: all at one instant; spread: over eight seconds (same)
  --rest SECONDS    how long the room is left alone (20)
  --floods N        a room of so many, while its server is flooded (200; 0: none)
  --out FOLDER      where tables, figures and charts go (bench/results)
  --publish PAGE    docs/performance: the tables go into docs/performance.md, the charts into the folder docs/performance
  --url ADDRESS     ws://…/socket: a server somewhere else, with
  --key KEY         the host key (what stands behind # in the host link), and
  --quiz ID         a quiz of its shelf, with enough questions; CPU, memory, recovery, ratios and floods are then left out`;

function addressOf({ url, key, quiz }: { url?: string; key?: string; quiz?: string }): ServerAddress | undefined {
  if (!url) return undefined;
  return key && quiz ? { url, key, quiz } : giveUp('--url needs --key and --quiz besides.');
}

let shown = '';
function progress(step: string, done: number, of: number): void {
  const full = Math.round((30 * done) / of);
  if (process.stdout.isTTY)
    process.stdout.write(`\r${'█'.repeat(full)}${'░'.repeat(30 - full)}  ${`${step} ${done}/${of}`.padEnd(34)}`);
  else if (step !== shown) console.log(`  ${step}`);
  shown = step;
}

function write(runs: readonly Run[], floods: readonly Flooded[], text: string, out: string, page?: string): void {
  const folder = page ?? out;
  for (const each of [out, folder]) mkdirSync(each, { recursive: true });
  const summaries = runs.map(summaryOf);
  writeFileSync(join(out, 'figures.json'), `${JSON.stringify({ ...where, summaries, floods, runs }, rounded, 1)}\n`);
  const drawn = Object.entries(charts(summaries));
  for (const [name, chart] of drawn) writeFileSync(join(folder, name), drawChart(chart));
  const pictures = drawn.map(([name, { title }]) => `![${title}](${basename(folder)}/${name})`);
  if (page) writeFileSync(`${page}.md`, between(readFileSync(`${page}.md`, 'utf8'), [text, ...pictures].join('\n\n')));
  else writeFileSync(join(folder, 'report.md'), `${text}\n`);
}
const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value);

const MARKS = /(<!-- figures.*?-->\n)[\s\S]*(<!-- \/figures -->)/;
function between(page: string, text: string): string {
  if (!MARKS.test(page)) giveUp('The page has no place for the figures: <!-- figures --> … <!-- /figures -->.');
  return page.replace(MARKS, (_, from, to) => `${from}\n${text}\n\n${to}`);
}

const values = readOptions('bench', HELP, {
  players: { type: 'string', default: '50,200,500,1000,2000,5000' },
  questions: { type: 'string', default: '15' },
  answers: { type: 'string', default: 'same' },
  rest: { type: 'string', default: '20' },
  floods: { type: 'string', default: '200' },
  out: { type: 'string', default: fileURLToPath(new URL('results', import.meta.url)) },
  publish: { type: 'string' },
  url: { type: 'string' },
  key: { type: 'string' },
  quiz: { type: 'string' },
});
if (values.answers !== 'same' && values.answers !== 'spread')
  giveUp(`--answers should be same or spread, is "${values.answers}".`);
const { answers } = values;
const sizes = values.players.split(',').map((text) => wholeNumber('players', text, 1, 20_000));
const questions = wholeNumber('questions', values.questions, 1, 90);
const rest = wholeNumber('rest', values.rest, 0, 3600) * 1000;
const address = addressOf(values);
// Never flood a remote server.
const floodedRoom = address ? 0 : wholeNumber('floods', values.floods, 0, 5000);
// Published: no keys, no folders.
const where = circumstances(`npm run bench -- --players ${sizes} --questions ${questions} --answers ${answers}`, !address);

const runs: Run[] = [];
for (const players of sizes) {
  console.log(`${players} players`);
  try {
    runs.push(await measure({ players, questions, rest, answers, address, progress }));
  } catch (error) {
    giveUp(`The game with ${players} players could not be measured: ${(error as Error).message}`);
  }
}
let floods: Flooded[] = [];
if (floodedRoom) {
  console.log(`\n${floodedRoom} players, and floods`);
  floods = await measureFloods(floodedRoom, Math.min(3, questions), progress);
}
const text = [report(runs.map(summaryOf), where), ...(floods.length ? [floodReport(floods, floodedRoom)] : [])].join('\n\n');
console.log(`\n\n${text}`);
write(runs, floods, text, values.out, values.publish);
console.log(`\nFigures are in ${values.out}, charts in ${values.publish ?? values.out}.`);
process.exit(0);
