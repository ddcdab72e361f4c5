import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { quizFilesIn, readQuizFile, UnreadableQuiz, withOwnIds } from '../quizzes/quiz-files.ts';
import { backupCommand } from './cli/backup-command.ts';
import { banner } from './cli/banner.ts';
import { limitHelp, limitOptions, limitsFrom, refusedSentence } from './cli/limit-options.ts';
import { startError } from './cli/start-errors.ts';
import { version, versionLine } from './cli/version.ts';
import { type ProxyTrust, trustProxies } from './gateway/client-address.ts';
import type { LimitName } from './gateway/connection-rate-limit.ts';
import { withoutScheme } from './http/base-path.ts';
import { hostAddress, joinAddresses } from './phone-addresses.ts';
import { startServer } from './server.ts';

const HELP = `Quizcast: a live quiz for the whole room, on this machine.

  npm start -- [options]

  --quiz FILE   a quiz of your own beside the samples (may be given more than once)
  --port N      the port to listen on (4000)
  --host NAME   the interface to listen on (all of them, so that phones can join)
  --url ADDRESS the public address, where a proxy stands before this server, such as https://quiz.example.org
  --any-names   no word is filtered out of names
  --trusted-proxy RANGE
                an address or range whose X-Forwarded-For or Forwarded is believed, such as loopback or 10.0.0.0/8
                (may be given more than once)
  --data DIR    where rooms, answers, own quizzes and their pictures are kept (./data)
  --version     version, commit and protocol
  --help        this page

A quiz file is JSON: quizzes/README.md shows how to write one.

Limits, which floods meet and a school does not; behind a proxy that is not trusted everybody has one address:

${limitHelp}`;

const [, , command, ...commandArgs] = process.argv;
if (command === 'backup') process.exit(await backupCommand(commandArgs, 'data'));

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function options() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '4000' },
        host: { type: 'string' },
        url: { type: 'string' },
        data: { type: 'string', default: 'data' },
        quiz: { type: 'string', multiple: true, default: [] },
        'any-names': { type: 'boolean', default: false },
        'trusted-proxy': { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
        ...limitOptions,
      },
    }).values;
  } catch (error) {
    return giveUp(`${messageOf(error).split(/\.\s/)[0]}. npm start -- --help lists the options.`);
  }
}

const {
  port: portText,
  host,
  url: urlText,
  data,
  quiz,
  help,
  version: wantsVersion,
  'any-names': anyNames,
  'trusted-proxy': trustedProxies,
  ...more
} = options();
if (help) {
  console.log(HELP);
  process.exit(0);
}
if (wantsVersion) {
  console.log(versionLine());
  process.exit(0);
}
const port = Number(portText);
if (!/^\d+$/.test(portText) || port > 65_535) giveUp(`--port should be a number from 0 to 65535, is "${portText}".`);
const limits = limitsFrom(more);
if (typeof limits === 'string') giveUp(limits);

function proxyTrust(): ProxyTrust {
  try {
    return trustProxies(trustedProxies);
  } catch {
    return giveUp(
      `--trusted-proxy should be an address or a range, such as loopback or 10.0.0.0/8, is "${trustedProxies.join('", "')}".`,
    );
  }
}
const proxies = proxyTrust();

const url = urlText !== undefined && URL.canParse(urlText) ? new URL(urlText) : undefined;
if (urlText !== undefined && (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash))
  giveUp(`--url should be the address of the pages, such as https://quiz.example.org/quiz, is "${urlText}".`);

/** Once: a page tries again every few seconds. */
let hasToldOrigin = false;
function tellForeignOrigin(origin: string): void {
  if (!hasToldOrigin) console.error(`A page of ${origin} was refused. If that is this server behind a proxy: --url ${origin}`);
  hasToldOrigin = true;
}

function tellPictures(done: number, of: number): void {
  if (process.stdout.isTTY) process.stdout.write(`\rPreparing pictures: ${done} of ${of}${done === of ? '\n' : ''}`);
}

const refused = new Map<LimitName, number>();
try {
  const quizzes = withOwnIds([...quiz, ...quizFilesIn(here('../quizzes'))].map(readQuizFile));
  for (const { remark } of quizzes) if (remark) console.error(remark);
  const server = await startServer({
    port,
    host,
    data,
    pages: here('../dist'),
    quizzes,
    anyNames,
    limits,
    proxies,
    url,
    version: version(),
    onForeignOrigin: tellForeignOrigin,
    onPicture: tellPictures,
    onRefused: (what) => refused.set(what, (refused.get(what) ?? 0) + 1),
    onFault(error, requestId) {
      // The database failed: memory is ahead of disk.
      if (!requestId) giveUp(startError(error, { port, data }));
      console.error(
        JSON.stringify({ fault: error instanceof Error ? (error.stack ?? messageOf(error)) : String(error), requestId }),
      );
    },
  });
  // A flood must not flood the log.
  setInterval(() => {
    if (refused.size) console.error(refusedSentence(refused));
    refused.clear();
  }, 60_000).unref();
  const publicAddress = url && `${url.protocol}//${withoutScheme(url)}`;
  const local = (address: string) => `http://${address}`;
  const addresses = publicAddress
    ? { host: publicAddress, join: [publicAddress] }
    : { host: local(hostAddress(server.port, host)), join: (await joinAddresses(server.port, host)).map(local) };
  console.log(banner({ key: server.key, ...addresses }));

  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await server.close();
    console.log('\nStopped. Open rooms are kept; start again to go on.');
    process.exit(0);
  };
  // SIGHUP: the terminal was closed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
} catch (error) {
  giveUp(error instanceof UnreadableQuiz ? error.message : startError(error, { port, data }));
}
