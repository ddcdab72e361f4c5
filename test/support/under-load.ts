// `npm run test:under-load`: the tests beside four busy loops.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';

const LOOPS = 4;

if (process.argv[2] === 'busy') {
  // Ends with its parent.
  process.on('disconnect', () => process.exit());
  const work = () => {
    const until = performance.now() + 50;
    while (performance.now() < until);
    setImmediate(work);
  };
  work();
} else {
  const loops = Array.from({ length: LOOPS }, () => fork(import.meta.filename, ['busy']));
  const began = performance.now();
  const tests = spawn('npx', ['vitest', 'run', ...process.argv.slice(2)], { stdio: 'inherit' });
  const [code] = (await once(tests, 'exit')) as [number | null];
  for (const loop of loops) loop.kill();
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`\nBeside ${LOOPS} busy loops: ${code === 0 ? 'green' : 'RED'} after ${seconds} s.`);
  process.exitCode = code ?? 1;
}
