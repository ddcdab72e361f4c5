import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GivenQuiz, readQuizFile, UnreadableQuiz, withOwnIds } from '../quizzes/quiz-files.ts';
import { banner } from './cli/banner.ts';
import { freePort } from './cli/free-port.ts';
import { giveUp, messageOf } from './cli/give-up.ts';
import { refusedSentence } from './cli/limit-options.ts';
import type { Options } from './cli/options.ts';
import { startError } from './cli/start-errors.ts';
import { type Version, versionLine } from './cli/version.ts';
import type { LimitName } from './gateway/connection-rate-limit.ts';
import { withoutScheme } from './http/base-path.ts';
import { hostAddress, joinAddresses } from './phone-addresses.ts';
import { startServer } from './server.ts';
import { DataInUse } from './store/database.ts';

/** What it is made of, however it was installed. */
export interface Program {
  /** As it is called, such as `npm start --`. */
  command: string;
  version: Version;
  licences: () => string;
  /** A folder, or its files by name. */
  pages: string | ReadonlyMap<string, Buffer>;
  samples: () => readonly GivenQuiz[];
  /** Another one has the data: without this it is told in a sentence. */
  onInUse?: (data: string) => Promise<never>;
}

const PORT = 4000;
/** In the data directory. */
export const HOST_LINK = 'host-link';

/** Once: a page tries again every few seconds. */
let hasToldOrigin = false;
function tellForeignOrigin(origin: string): void {
  if (!hasToldOrigin) console.error(`A page of ${origin} was refused. If that is this server behind a proxy: --url ${origin}`);
  hasToldOrigin = true;
}

function tellPictures(done: number, of: number): void {
  if (process.stdout.isTTY) process.stdout.write(`\rPreparing pictures: ${done} of ${of}${done === of ? '\n' : ''}`);
}

/** A flood must not flood the log. */
function tellRefused(): (what: LimitName) => void {
  const refused = new Map<LimitName, number>();
  setInterval(() => {
    if (refused.size) console.error(refusedSentence(refused));
    refused.clear();
  }, 60_000).unref();
  return (what) => refused.set(what, (refused.get(what) ?? 0) + 1);
}

/**
 * Serves until a signal; ends the process with a sentence if it cannot.
 * @returns the host link
 */
export async function run(program: Program, options: Options): Promise<string> {
  if (options.tells) {
    console.log(options.tells === 'version' ? versionLine(program.version) : program.licences());
    process.exit(0);
  }
  const { host, url, data } = options;
  const port = options.port ?? (await freePort(PORT, host));
  const place = { command: program.command, port, data };
  try {
    const quizzes = withOwnIds([...options.quiz.map(readQuizFile), ...program.samples()]);
    for (const { remark } of quizzes) if (remark) console.error(remark);
    const server = await startServer({
      ...options,
      port,
      quizzes,
      pages: program.pages,
      version: program.version.version,
      onForeignOrigin: tellForeignOrigin,
      onPicture: tellPictures,
      onRefused: tellRefused(),
      onFault(error, requestId) {
        // The database failed: memory is ahead of disk.
        if (!requestId) giveUp(startError(error, place));
        console.error(
          JSON.stringify({ fault: error instanceof Error ? (error.stack ?? messageOf(error)) : String(error), requestId }),
        );
      },
    });
    if (options.port === undefined && port !== PORT)
      console.log(`Port ${PORT} is taken by another program, so the address ends in ${port} this time.`);
    const publicAddress = url && `${url.protocol}//${withoutScheme(url)}`;
    const local = (address: string) => `http://${address}`;
    const addresses = publicAddress
      ? { host: publicAddress, join: [publicAddress] }
      : { host: local(hostAddress(server.port, host)), join: (await joinAddresses(server.port, host)).map(local) };
    const hostLink = `${addresses.host}/host#${server.key}`;
    writeFileSync(join(data, HOST_LINK), `${hostLink}\n`, { mode: 0o600 });
    console.log(banner({ hostLink, ...addresses }));
    stopBySignal(server.close);
    return hostLink;
  } catch (error) {
    if (error instanceof DataInUse && program.onInUse) return program.onInUse(data);
    return giveUp(error instanceof UnreadableQuiz ? error.message : startError(error, place));
  }
}

function stopBySignal(close: () => Promise<void>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await close();
    console.log('\nStopped. Open rooms are kept; start again to go on.');
    process.exit(0);
  };
  // SIGHUP: the terminal was closed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
}
