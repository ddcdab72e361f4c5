// `npm run rehearse`: plays a game on the stack.

import { hash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesise } from '../../infra/app.ts';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import { giveUp, readOptions, wholeNumber } from '../support/command-line.ts';
import { seeded } from '../support/fake-environment.ts';
import { putSample } from '../support/samples.ts';
import { type BotGame, playBotGame, shortQuiz } from './bot-game.ts';
import { startRehearsal } from './rehearsal.ts';
import { report } from './report.ts';

const HELP = `Rehearses the deployment: synthesises the stack, and plays a whole game with bots on its own bundles, routes, rights and table keys.

  npm run rehearse -- [options]

  --players N           bots (30)
  --questions N         questions of five seconds each (3)
  --engine local        Amazon's DynamoDB Local, which needs Java, and not dynalite
  --lag MS              how far behind the index and eventual reads are (100)
  --crowd-from N        rooms of more players are told by an invocation for each shard (250)
  --expected-players N  as in the stack's setting: one shard for each thousand (1000)
  --twice               every third asynchronous event comes twice
  --seed N              of what the bots do (1)
  --open                no bots: stays open for browsers and for npm run bench, until Ctrl-C
  --help                this page`;

const options = {
  players: { type: 'string', default: '30' },
  questions: { type: 'string', default: '3' },
  engine: { type: 'string', default: 'dynalite' },
  lag: { type: 'string', default: '100' },
  'crowd-from': { type: 'string' },
  'expected-players': { type: 'string', default: '1000' },
  twice: { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
  open: { type: 'boolean', default: false },
} as const;

function progress(step: string, done: number, of: number): void {
  const full = Math.round((30 * done) / of);
  if (process.stdout.isTTY)
    process.stdout.write(`\r${'█'.repeat(full)}${'░'.repeat(30 - full)}  ${step.padEnd(28)} ${done}/${of}  `);
  else if (done === of) console.log(`${step}: ${of}`);
}

const values = readOptions('rehearse', HELP, options);
if (values.engine !== 'dynalite' && values.engine !== 'local')
  giveUp(`--engine should be dynalite or local, is "${values.engine}".`);
const players = wholeNumber('players', values.players, 1, 2000);
const questions = wholeNumber('questions', values.questions, 1, 100);
const expectedPlayers = wholeNumber('expected-players', values['expected-players'], 1, 100_000);
const crowdFrom = values['crowd-from'] === undefined ? undefined : wholeNumber('crowd-from', values['crowd-from'], 0, 100_000);
const lagMs = wholeNumber('lag', values.lag, 0, 1000);
const random = seeded(wholeNumber('seed', values.seed, 0, 2 ** 31));

console.log('Synthesising the stack …');
const outdir = mkdtempSync(join(tmpdir(), 'quizcast-assembly-'));
const assembly = await synthesise({ outdir, context: { expectedPlayers } });
const rehearsal = await startRehearsal({
  assembly,
  engine: values.engine,
  lagMs,
  variables: crowdFrom === undefined ? {} : { CROWD_FROM: String(crowdFrom) },
  twice: (n) => values.twice && n % 3 === 0,
});
const key = randomBytes(16).toString('base64url');
const store = dynamoStore(rehearsal.client, rehearsal.table, Date.now);
await store.invite(hash('sha256', key, 'base64url'));
await putSample(store, 'short', shortQuiz(questions));

const { url, origin } = rehearsal;
if (values.open) {
  const asked = `--questions ${questions - 1}`;
  console.log(`\nHost page   ${url.replace('ws', 'http').replace('/socket', `/host#${key}`)}`);
  console.log(`Load        npm run bench -- --url ${url} --key ${key} --quiz short --players 50 ${asked}\n\nCtrl-C ends it.`);
  await once(process, 'SIGINT');
  await rehearsal.close();
  rmSync(outdir, { recursive: true });
  for (const fault of rehearsal.faults) console.log(`  - ${fault}`);
  process.exit(rehearsal.faults.length ? 1 : 0);
}

let game_: BotGame | undefined;
try {
  game_ = await playBotGame({
    url,
    origin,
    key,
    quiz: { id: 'short', questions },
    players,
    random,
    twice: values.twice,
    progress,
  });
} catch (error) {
  rehearsal.faults.push(String(error));
}
await rehearsal.close();
rmSync(outdir, { recursive: true });
if (game_) console.log(`\n\n${report(game_, rehearsal)}`);
else console.log(`\n\nThe game did not come to its end.\n${rehearsal.faults.map((fault) => `  - ${fault}`).join('\n')}`);
process.exit(rehearsal.faults.length ? 1 : 0);
