// A server process with adjustable clock and readable heap.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../local/server.ts';
import { faultQuiz } from './game-under-faults.ts';

const [data = '', pages = mkdtempSync(join(data, 'pages-'))] = process.argv.slice(2);
let leapt = 0;
const now = Date.now;
Date.now = () => now() + leapt;
// Minute timers run every 100 ms.
const every = globalThis.setInterval;
globalThis.setInterval = ((run: () => void, ms: number) => every(run, Math.min(ms, 100))) as typeof setInterval;

const server = await startServer({
  port: 0,
  data,
  pages,
  quizzes: [{ id: 'faults', quiz: faultQuiz(), media: new Map() }],
  now: () => Date.now(),
  onFault(error) {
    throw error;
  },
});

/** Bytes. Finalizers need a second collection. */
function heap(): number {
  for (let i = 0; i < 3; i++) global.gc!();
  return process.memoryUsage().heapUsed;
}

process.on('message', (said: { leap: number } | 'heap') => {
  if (said === 'heap') return void process.send!(heap());
  leapt += said.leap;
  process.send!(leapt);
});
process.on('disconnect', () => process.exit());
process.send!({ port: server.port, key: server.key });
