import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { archiveOf, NoRoom } from '../backup/data-archive.ts';
import { type RunningServer, runningServer } from '../backup/running-server.ts';
import { DATABASE } from '../store/database.ts';
import { openJournal } from '../store/journal.ts';
import { startError } from './start-errors.ts';

const helpOf = (
  command: string,
) => `Saves all rooms, answers, own quizzes, pictures and the host key as one file, also while people play.

  ${command} FILE [--data DIR]

  FILE          a tar archive; - is the standard output
  --data DIR    the data directory of the server, if it has one of its own

To bring it back, unpack it into an empty folder, tar -xf FILE -C FOLDER, and start with --data FOLDER.`;

/** How the program is called, such as `npm start --`. */
interface Calls {
  start: string;
  backup: string;
}

/** The server has answered, and not with a backup. */
class Refused extends Error {}

const full = (data: string) => `The disk with ${data} has no room for a second copy of the database. Make room and try again.`;

async function fromServer({ origin, token }: RunningServer, data: string): Promise<IncomingMessage> {
  const options = { method: 'POST', headers: { Authorization: `Bearer ${token}` }, agent: false };
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    request(`${origin}/backup`, options).on('response', resolve).on('error', reject).end();
  });
  if (reply.statusCode === 200) return reply;
  reply.resume();
  if (reply.statusCode === 409) throw new Refused('Another backup is running. Try again when it is done.');
  throw new Refused(
    reply.statusCode === 507 ? full(data) : `The server of ${data} could not make a backup; its terminal says why.`,
  );
}

const isNobodyThere = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';

/** Of a running server, or of what one has left. */
async function archive(data: string): Promise<{ content: Readable; done: () => void }> {
  const server = runningServer(data);
  if (server) {
    try {
      return { content: await fromServer(server, data), done() {} };
    } catch (error) {
      if (!isNobodyThere(error)) throw error;
    }
  }
  if (!existsSync(join(data, DATABASE))) throw new Refused(`${data} is not a data directory of Quizcast. Name it: --data DIR`);
  let fault: unknown;
  const journal = openJournal(data, (error) => {
    fault ??= error;
  });
  const content = Readable.from(archiveOf(data, journal, new AbortController().signal), { objectMode: false });
  return {
    content,
    done() {
      journal.close();
      if (fault) throw fault;
    },
  };
}

/** The name is there only when the file is whole. */
async function save(content: Readable, file: string): Promise<void> {
  if (file === '-') return pipeline(content, process.stdout);
  const part = `${file}.part`;
  try {
    await pipeline(content, createWriteStream(part, { mode: 0o600, flush: true }));
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/**
 * `backup FILE`. Says in a sentence what became of it.
 * @param home the data directory, where none is named
 * @returns the exit code
 */
export async function backupCommand(args: readonly string[], home: string, calls: Calls): Promise<number> {
  let data = home;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { data: { type: 'string', default: home }, help: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    data = values.data;
    const [file, ...others] = positionals;
    if (values.help || file === undefined || others.length > 0) {
      (values.help ? console.log : console.error)(helpOf(calls.backup));
      return values.help ? 0 : 1;
    }
    const { content, done } = await archive(data);
    try {
      await save(content, file);
    } finally {
      done();
    }
    if (file !== '-') console.log(`Saved ${data} as ${file}. It holds the host link: keep it to yourself.`);
    return 0;
  } catch (error) {
    console.error(sentence(error, data, calls));
    return 1;
  }
}

function sentence(error: unknown, data: string, { start, backup }: Calls): string {
  if (error instanceof NoRoom) return full(data);
  if (error instanceof Refused || !(error instanceof Error)) return String(error).replace(/^Error: /, '');
  const code = 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS')) return `${error.message.split(/\.\s/)[0]}. ${backup} --help`;
  if (code === 'ECONNRESET') return 'The server was stopped before the backup was whole. Try again.';
  return startError(error, { command: start, port: 0, data });
}
