// `npm run fuzz`
import { giveUp, readOptions, wholeNumber } from '../support/command-line.ts';
import { fuzz } from './fuzz.ts';
import { PATHS, startFuzzedServer } from './server.ts';

const HELP = `Sends raw HTTP and WebSocket frames to a server that plays games meanwhile. It must live, not grow, and miss no answer.

  npm run fuzz -- [options]

  --requests N   how many requests and frames (20000)
  --seed N       the first seed; the same again is the same again
  --help         this page`;

const values = readOptions('fuzz', HELP, {
  requests: { type: 'string', default: '20000' },
  seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
});
const count = wholeNumber('requests', values.requests, 1, 100_000_000);
const seed = wholeNumber('seed', values.seed, 0, 2 ** 31);

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const server = await startFuzzedServer();
console.log(`Seed ${seed}.`);
// Warm-up.
await fuzz({ port: server.port, seed: seed + count, count: 2000, paths: PATHS });
const before = await server.heap();
const began = Date.now();
let fuzzing = true;
let [games, answers] = [0, 0];
async function play(): Promise<void> {
  while (fuzzing) {
    answers += await server.playGame();
    games++;
  }
}
let shown = began;
function onProgress(done: number): void {
  const now = Date.now();
  if (now - shown < (process.stdout.isTTY ? 500 : 60_000)) return;
  shown = now;
  const left = Math.ceil((((now - began) / done) * (count - done)) / 60_000);
  const bar = '█'.repeat(Math.floor((24 * done) / count)).padEnd(24, '░');
  const line = `  ${bar} ${done} of ${count}, ${games} games, about ${left} min left`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line.padEnd(78)}`);
  else console.log(line);
}
try {
  const playing = play();
  await Promise.race([fuzz({ port: server.port, seed, count, paths: PATHS, onProgress }), playing.then(() => {})]);
  fuzzing = false;
  await playing;
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(
    `\n${count} requests and frames in ${seconds} s. The server lives. Beside them ${games} games, ${answers} answers acknowledged.`,
  );
  console.log(`Live objects ${megabytes(before)} before, ${megabytes(await server.heap())} after.`);
  await server.close();
} catch (error) {
  await server.close();
  giveUp(`\n${error instanceof Error ? error.message : error} (seed ${seed})`);
}
