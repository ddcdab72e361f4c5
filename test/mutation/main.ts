// `npm run mutate`
import { giveUp, readOptions, wholeNumber } from '../support/command-line.ts';
import { acceptedReason, inWords, type Outcome } from './mutant.ts';
import { mutateRules } from './rules.ts';
import { AREAS, wholeRuns } from './whole-runs.ts';

const HELP = `Changes the code in small ways, runs the tests on each mutant, and prints those that went unnoticed.

  npm run mutate -- [options]

  --on game       every mutant of the rules, by StrykerJS, with the tests of rules and handlers (the default)
  --on lambdas    one-token mutants of the handlers and of the store in DynamoDB, with whole runs of their tests
  --on local      one-token mutants of the gateway and the store of one machine, likewise
  --files GLOB    with game: only these files, such as game/seats/names.ts
  --seed N        which mutants are drawn (14)
  --mutants N     how many are drawn (60)
  --help          this page

Mutants that cannot matter are listed with their reason in test/mutation/accepted.json.`;

const text = (value: string) => ({ type: 'string', default: value }) as const;
const options = { on: text('game'), files: text('game/**/*.ts'), seed: text('14'), mutants: text('60') };
const { on, files, ...numbers } = readOptions('mutate', HELP, options);
const seed = wholeNumber('seed', numbers.seed, 0, 2 ** 31);
const mutants = wholeNumber('mutants', numbers.mutants, 1, 100_000);
const isArea = (name: string): name is keyof typeof AREAS => Object.hasOwn(AREAS, name);
if (on !== 'game' && !isArea(on)) giveUp(`--on should be one of game, ${Object.keys(AREAS).join(', ')}, is "${on}".`);

const began = Date.now();
const progress = (done: number, of: number) => {
  const minutes = (((Date.now() - began) / done) * (of - done)) / 60_000;
  const line = `  ${done} of ${of} mutants, about ${Math.ceil(minutes)} min left`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line.padEnd(60)}`);
  else if (done % 10 === 0) console.log(line);
};
const outcomes = isArea(on) ? await wholeRuns(AREAS[on], { seed, count: mutants, progress }) : await mutateRules([files]);

const share = (some: readonly Outcome[]) => {
  const counted = some.filter((one) => one.noticed || !acceptedReason(one));
  const noticed = counted.filter(({ noticed }) => noticed).length;
  return `${noticed} of ${counted.length} noticed (${Math.floor((100 * noticed) / Math.max(1, counted.length))} %)`;
};
const byFile = Map.groupBy(outcomes, ({ file }) => file);
console.log('');
for (const [file, some] of [...byFile].sort()) console.log(`${file.padEnd(44)} ${share(some)}`);
const unnoticed = outcomes.filter((one) => !one.noticed);
console.log('\nUnnoticed:');
for (const one of unnoticed.filter((one) => !acceptedReason(one))) console.log(inWords(one));
console.log(`\nAccepted, since they cannot matter: ${unnoticed.filter((one) => acceptedReason(one)).length}`);
console.log(`All in all: ${share(outcomes)}.`);
