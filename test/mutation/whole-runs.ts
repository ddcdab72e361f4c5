// Mutants tested by whole runs in a copy.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPages } from '../../web/pages/build.ts';
import { seeded } from '../support/fake-environment.ts';
import { inWords, type Outcome } from './mutant.ts';
import { mutantsOf, mutated } from './tokens.ts';

const ROOT = join(import.meta.dirname, '..', '..');

interface Area {
  folders: string[];
  /** Entry files, which no test here runs. */
  without: RegExp;
  /** Quickest first; `of` limits a group's files. */
  tests: { files: string[]; of?: RegExp }[];
  /** Sanity check: emptying these must fail. */
  emptied: { file: string; after: string; by: string }[];
}

const AWS = /^lambdas\/aws\//;

export const AREAS = {
  lambdas: {
    folders: ['lambdas'],
    without: /^lambdas\/aws\/(entries\/|runtime|lambda-handler)/,
    tests: [
      { files: ['test/lambdas'] },
      { files: ['test/aws/metrics.test.ts', 'test/aws/shard-broadcaster.test.ts', 'test/aws/management-api.test.ts'], of: AWS },
      { files: ['test/faults/seeds.test.ts', 'test/faults/secrecy.test.ts', 'test/protocol'] },
      { files: ['test/aws/store.test.ts', 'test/aws/store-faults.test.ts'], of: AWS },
      { files: ['test/local/host.test.ts'] },
    ],
    emptied: [
      {
        file: 'lambdas/aws/dynamodb/seats.ts',
        after: 'async kick(address) {',
        by: '      if (Date.now() > 0) return undefined;',
      },
      {
        file: 'lambdas/actions/host/undo.ts',
        after: '  const late = seats.filter(({ joinedAt, removed }) => joinedAt >= since && !removed);',
        by: '  late.length = 0;',
      },
    ],
  },
  local: {
    folders: ['local/store', 'local/gateway', 'local/http'],
    without: /connections-api/,
    tests: [
      { files: ['test/local/store.test.ts', 'test/local/gateway', 'test/local/event-loop-batches.test.ts'] },
      { files: ['test/faults/seeds.test.ts', 'test/faults/bad-input.test.ts'] },
      { files: ['test/local/main.test.ts', 'test/local/flood.test.ts', 'test/local/host.test.ts', 'test/local/pages.test.ts'] },
    ],
    emptied: [
      { file: 'local/store/seats.ts', after: 'async kick(address) {', by: '      if (Date.now() > 0) return undefined;' },
    ],
  },
} satisfies Record<string, Area>;

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);

async function copyProject(): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'quizcast-mutants-'));
  const left = /(^|\/)(node_modules|\.git|\.cache|dist|cdk\.out|screenshots|coverage)$/;
  cpSync(ROOT, copy, { recursive: true, filter: (source) => !left.test(source.slice(ROOT.length)) });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  await buildPages(join(copy, 'dist'));
  return copy;
}

async function isRed(cwd: string, tests: readonly string[]): Promise<boolean> {
  const args = ['vitest', 'run', '--bail', '1', '--reporter', 'dot', ...tests];
  const child = spawn('npx', args, { cwd, stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code !== 0;
}

/** @param file changed one; default runs all tests */
async function isNoticed(cwd: string, tests: Area['tests'], file?: string): Promise<boolean> {
  for (const { files, of } of tests) if ((!file || !of || of.test(file)) && (await isRed(cwd, files))) return true;
  return false;
}

/** @throws when tests fail unmutated or miss an emptied function */
export async function wholeRuns(
  area: Area,
  { seed, count, progress }: { seed: number; count: number; progress: (done: number, of: number) => void },
): Promise<Outcome[]> {
  const copy = await copyProject();
  const original = (file: string) => readFileSync(join(ROOT, file), 'utf8');
  try {
    if (await isNoticed(copy, area.tests)) throw new Error('the tests are red without any mutant');
    for (const { file, after, by } of area.emptied) {
      const text = original(file);
      if (!text.includes(after)) throw new Error(`${file} has no "${after}" to empty`);
      writeFileSync(join(copy, file), text.replace(after, `${after}\n${by}`));
      if (!(await isNoticed(copy, area.tests, file))) throw new Error(`nobody notices that ${after} in ${file} does nothing`);
      writeFileSync(join(copy, file), text);
    }
    const random = seeded(seed);
    const all = area.folders
      .flatMap(filesIn)
      .filter((file) => !area.without.test(file))
      .flatMap((file) => mutantsOf(ROOT, file));
    const drawn = Array.from({ length: Math.min(count, all.length) }, () => all.splice(Math.floor(random() * all.length), 1)[0]);
    const outcomes: Outcome[] = [];
    for (const mutant of drawn) {
      if (!mutant) continue;
      writeFileSync(join(copy, mutant.file), mutated(ROOT, mutant));
      const noticed = await isNoticed(copy, area.tests, mutant.file);
      outcomes.push({ ...mutant, noticed });
      if (!noticed) console.log(`\n${inWords(mutant)}`);
      writeFileSync(join(copy, mutant.file), original(mutant.file));
      progress(outcomes.length, drawn.length);
    }
    return outcomes;
  } finally {
    rmSync(copy, { recursive: true });
  }
}
