import { hash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Invitations, invitations } from '../lambdas/aws/dynamodb/invitations.ts';
import { dynamoStore } from '../lambdas/aws/dynamodb/store.ts';
import { putQuiz } from '../lambdas/library/put-quiz.ts';
import { SAMPLES } from '../lambdas/ports/library.ts';
import { quizFilesIn, readQuizFile, UnreadableQuiz, withOwnIds } from '../quizzes/quiz-files.ts';
import { inWords, outputsOf, Unready } from './deployed.ts';

const HELP = `Invites a host to the Quizcast that you have deployed.

  npm run invite                       a new host link, and the quizzes of quizzes/ on the shelf
  npm run invite -- --for "Room 12"    the same, with a word for you to know it by
  npm run invite -- --list             the links there are (not the links themselves: those are shown once)
  npm run invite -- --revoke ID        that link opens no more rooms

  --quiz FILE    a quiz of your own on the shelf too (may be given more than once; one with pictures belongs into quizzes/, before you deploy)
  --stack NAME   another stack's name (Quizcast)
  --help         this page

Whoever has a host link is the host: send it as you would a password.`;

const QUIZZES = fileURLToPath(new URL('../quizzes', import.meta.url));
/** Characters of a hash that identify a link. */
const SHOWN = 8;

const date = (at: number) => new Date(at).toISOString().slice(0, 10);

async function list(all: Invitations): Promise<void> {
  const found = await all.list();
  if (!found.length) console.log('Nobody is invited. npm run invite makes a host link.');
  for (const { host, label, since } of found) console.log(`${host.slice(0, SHOWN)}  ${date(since)}  ${label}`);
}

async function revoke(all: Invitations, id: string): Promise<void> {
  const found = (await all.list()).filter(({ host }) => host.startsWith(id));
  const [one, ...others] = found;
  if (!one || others.length) throw new Unready(`${found.length} links begin with "${id}". npm run invite -- --list shows them.`);
  await all.revoke(one.host);
  console.log(`${id} opens no more rooms. Rooms that it has open stay its own until they are closed or expire.`);
}

const options = {
  for: { type: 'string', default: '' },
  list: { type: 'boolean', default: false },
  revoke: { type: 'string' },
  quiz: { type: 'string', multiple: true },
  stack: { type: 'string', default: 'Quizcast' },
  help: { type: 'boolean', default: false },
} as const;

function said() {
  try {
    const given = process.argv.slice(2);
    const at = given.indexOf('--revoke');
    const [id] = at < 0 ? [] : given.slice(at + 1);
    // It may begin with a dash.
    const args = id === undefined ? given : [...given.slice(0, at), `--revoke=${id}`, ...given.slice(at + 2)];
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Unready(
      `${(error instanceof Error ? error.message : String(error)).split(/\.\s/)[0]}. npm run invite -- --help lists the options.`,
    );
  }
}

async function main(): Promise<void> {
  const values = said();
  if (values.help) return console.log(HELP);
  const [table = '', pages = ''] = await outputsOf(values.stack, ['Table', 'Pages']);
  const client = new DynamoDBClient({});
  const all = invitations(client, table);
  if (values.list) return list(all);
  if (values.revoke !== undefined) return revoke(all, values.revoke);

  const store = dynamoStore(client, table, Date.now);
  const quizzes = withOwnIds([...quizFilesIn(QUIZZES), ...(values.quiz ?? [])].map(readQuizFile));
  for (const { remark } of quizzes) if (remark) console.error(remark);
  for (const { id, quiz } of quizzes) await putQuiz(store, SAMPLES, id, quiz, Date.now());
  const key = randomBytes(16).toString('base64url');
  await all.add({ host: hash('sha256', key, 'base64url'), label: values.for, since: Date.now() });
  console.log(`On the shelf: ${quizzes.map(({ quiz }) => quiz.title).join(', ')}\n`);
  console.log(`Host link (whoever has it is the host; it is shown only now):\n\n  ${pages}/host#${key}\n`);
}

main().catch((error: Error) => {
  console.error(error instanceof UnreadableQuiz ? error.message : inWords(error));
  process.exit(1);
});
