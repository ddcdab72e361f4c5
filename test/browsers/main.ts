// `npm run browsers`
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../local/server.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { giveUp, readOptions } from '../support/command-line.ts';
import type { Engine, EngineName } from './engine-page.ts';
import { launch, PACKAGES, type Size } from './engines.ts';
import { playGame } from './whole-game.ts';

const HELP = `Plays whole games in Chromium, Firefox and WebKit: the host in one, a phone in each of the others.

  npm run browsers -- [options]

  --host ENGINE   chromium, firefox or webkit (default: each once)
  --help          this page

SCREENSHOTS=1 puts pictures into screenshots/browsers. The pages have to be built: npm run build.`;

const ENGINES = Object.keys(PACKAGES) as EngineName[];
const PROJECTOR: Size = { width: 1280, height: 720 };
const PHONE: Size = { width: 390, height: 844 };

const { host } = readOptions('browsers', HELP, { host: { type: 'string' } });
if (host !== undefined && !ENGINES.some((name) => name === host))
  giveUp(`--host should be one of ${ENGINES.join(', ')}, is "${host}".`);

const directory = mkdtempSync(join(tmpdir(), 'quizcast-'));
const server = await startServer({
  port: 0,
  host: '127.0.0.1',
  data: directory,
  pages: join(import.meta.dirname, '..', '..', 'dist'),
  quizzes: [readQuizFile(join(import.meta.dirname, '..', 'quizzes', 'every-kind.json'))],
  onFault: (error) => giveUp(String(error)),
});

const rows: { host: string; phones: string; outcome: string }[] = [];
for (const hosting of ENGINES.filter((name) => host === undefined || name === host)) {
  const opened: Engine[] = [];
  const seated = async (engine: EngineName, size: Size) => {
    const launched = await launch(engine, size);
    if (!launched) throw new Error(`${engine} is not installed (Debian: apt-get install ${PACKAGES[engine]})`);
    opened.push(launched);
    return { engine, ...launched };
  };
  const row = { host: hosting as string, phones: ENGINES.filter((name) => name !== hosting).join(', '), outcome: 'passed' };
  try {
    const projector = await seated(hosting, PROJECTOR);
    const phones = [];
    for (const name of ENGINES) if (name !== hosting) phones.push(await seated(name, PHONE));
    Object.assign(row, { host: projector.version, phones: phones.map(({ version }) => version).join(', ') });
    console.log(`host in ${projector.version}`);
    await playGame(`http://127.0.0.1:${server.port}`, server.key, projector, phones, (what) => console.log(`  ${what}`));
  } catch (error) {
    row.outcome = 'failed';
    console.error((error as Error).message);
  }
  for (const one of opened) await one.close();
  rows.push(row);
}
await server.close();
rmSync(directory, { recursive: true });
console.table(rows);
process.exit(rows.every(({ outcome }) => outcome === 'passed') ? 0 : 1);
