import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { CONTENTS, type Contents, LICENCES } from '../local/app/contents.ts';
import { repositoryVersion } from '../local/cli/repository-version.ts';
import { quizFilesIn, readQuizFile } from '../quizzes/quiz-files.ts';
import { buildPages } from '../web/pages/build.ts';
import { licencesOf, type Packed, packagesIn } from './licences.ts';

const ROOT = join(import.meta.dirname, '..');

/** Loads native code; what needs it does without. */
const LEFT_OUT = ['sharp'];

const base64 = (file: string) => readFileSync(file).toString('base64');

async function contents(pages: string): Promise<Contents> {
  const samples = quizFilesIn(join(ROOT, 'quizzes')).map(readQuizFile);
  return {
    ...repositoryVersion(ROOT),
    pages: Object.fromEntries(readdirSync(pages).map((name) => [name, base64(join(pages, name))])),
    samples: samples.map(({ id, quiz, media }) => ({
      id,
      quiz,
      media: Object.fromEntries([...media].map(([name, file]) => [name, base64(file)])),
    })),
  };
}

export interface Program {
  /** Script and contents lie in it, side by side. */
  folder: string;
  version: string;
  packed: Packed[];
}

/**
 * Bundles the server, and gathers what it serves.
 * @param folder is made
 */
export async function buildProgram(folder: string): Promise<Program> {
  const pages = join(folder, 'pages');
  mkdirSync(pages, { recursive: true });
  const pageInputs = await buildPages(pages);
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['local/app/main.ts'],
    outfile: join(folder, 'quizcast.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    minifySyntax: true,
    minifyWhitespace: true,
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '""' },
    external: LEFT_OUT,
    metafile: true,
    logLevel: 'warning',
  });
  const packed = packagesIn(ROOT, [...Object.keys(metafile.inputs), ...pageInputs]);
  const program = await contents(pages);
  writeFileSync(join(folder, CONTENTS), JSON.stringify(program));
  writeFileSync(join(folder, LICENCES), licencesOf(ROOT, packed));
  return { folder, version: program.version, packed };
}
