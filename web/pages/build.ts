import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { build, type Metafile } from 'esbuild';

const HERE = import.meta.dirname;
const PAGES = ['player', 'host'];
const TIMER_WORKER = '../browser/timer-worker.ts';

/**
 * @param outdir is left with this build's files only
 * @returns the bundles' inputs, by file
 */
export async function buildPages(outdir: string): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: [...PAGES.map((page) => `${page}.tsx`), TIMER_WORKER, 'icon.svg'],
    absWorkingDir: HERE,
    outdir: resolve(outdir),
    // Beside the file that names it.
    publicPath: '.',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // `h` is smaller than the runtime of tsconfig.json, which repeats what it does.
    tsconfigRaw: { compilerOptions: { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' } },
    inject: ['jsx-factory.ts'],
    loader: { '.woff2': 'file', '.svg': 'copy' },
    // Nobody's phone has them.
    define: { 'window.__PREACT_SIGNALS_DEVTOOLS__': 'false' },
    metafile: true,
    logLevel: 'warning',
  });
  const built = Object.entries(metafile.outputs).map(([file, output]) => ({
    ...output,
    file,
    name: relative(resolve(outdir), resolve(HERE, file)),
  }));
  const outputOf = (entry: string) => {
    const output = built.find(({ entryPoint }) => entryPoint === entry);
    if (!output) throw new Error(`esbuild wrote no bundle of ${entry}`);
    return output;
  };
  const address = (entry: string) => outputOf(entry).name;
  const pages = PAGES.map(async (page) => {
    const { cssBundle } = outputOf(`${page}.tsx`);
    const names: Record<string, string> = {
      script: address(`${page}.tsx`),
      style: `${built.find(({ file }) => file === cssBundle)?.name}`,
      ticks: address(TIMER_WORKER),
      icon: address('icon.svg'),
    };
    const template = await readFile(join(HERE, `${page}.html`), 'utf8');
    await writeFile(
      join(outdir, `${page}.html`),
      template.replace(/\n\s+/g, '\n').replace(/\{\{(\w+)\}\}/g, (placeholder, name) => names[name] ?? placeholder),
    );
  });
  await Promise.all(pages);
  const kept = new Set([...built.map(({ name }) => name), ...PAGES.map((page) => `${page}.html`)]);
  const stale = (await readdir(outdir)).filter((name) => !kept.has(name));
  await Promise.all(stale.map((name) => rm(join(outdir, name), { recursive: true })));
  return metafile;
}

if (import.meta.main) {
  const dist = join(HERE, '..', '..', 'dist');
  await mkdir(dist, { recursive: true });
  await buildPages(dist);
}
