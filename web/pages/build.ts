import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { minify } from '@swc/core';
import { type BuildOptions, build } from 'esbuild';

const HERE = import.meta.dirname;

const OPTIONS = {
  absWorkingDir: HERE,
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
  logLevel: 'warning',
} satisfies BuildOptions;

const PAGES = ['player', 'host'];
const PAGE_FILES = {
  player: 'player.tsx',
  ticks: '../browser/timer-worker.ts',
  icon: 'icon.svg',
};

/** What this page imports later is a file of its own, and so is its style. */
const HOST_FILES = {
  host: 'host.tsx',
  reader: '../host/library/bring/read-worker.ts',
  editor: '../style/editor.css',
  paper: '../style/paper.css',
};

/** Kinds of question that not every room has. */
const KIND_FILES = { typed: '../questions/typed-on-phone.tsx' };
const PAGE_PREACT = { preact: './page-preact.ts', 'preact/hooks': './page-preact.ts' };

/**
 * @param outdir is left with this build's files only
 * @returns the paths of all that went in
 */
export async function buildPages(outdir: string): Promise<string[]> {
  const built = await Promise.all([
    bundle(PAGE_FILES, outdir, OPTIONS),
    bundle(HOST_FILES, outdir, { ...OPTIONS, splitting: true, chunkNames: '[name]-[hash]' }),
    bundle(KIND_FILES, outdir, { ...OPTIONS, alias: PAGE_PREACT }),
  ]);
  const names = new Map(built.flatMap((one) => [...one.names]));
  const htmls = PAGES.map(async (page) => {
    const template = await readFile(join(HERE, `${page}.html`), 'utf8');
    const html = template
      .replace(/\n\s+/g, '\n')
      .replace(/\{\{([\w.]+)\}\}/g, (placeholder, name) => names.get(name) ?? placeholder);
    await writeFile(join(outdir, `${page}.html`), html);
    return `${page}.html`;
  });
  const kept = new Set([...built.flatMap(({ files }) => files), ...(await Promise.all(htmls))]);
  const stale = (await readdir(outdir)).filter((name) => !kept.has(name));
  await Promise.all(stale.map((name) => rm(join(outdir, name), { recursive: true })));
  return built.flatMap(({ inputs }) => inputs);
}

/** @returns all files, those of the entries by name: `player`, `player.css`, and what went in */
async function bundle(
  entries: Record<string, string>,
  outdir: string,
  options: BuildOptions,
): Promise<{ files: string[]; names: Map<string, string>; inputs: string[] }> {
  const entryPoints = Object.entries(entries).map(([out, file]) => ({ in: file, out }));
  const { metafile, outputFiles } = await build({
    ...options,
    entryPoints,
    outdir: resolve(outdir),
    metafile: true,
    write: false,
  });
  await Promise.all(
    (outputFiles ?? []).map(async ({ path, text, contents }) =>
      writeFile(path, path.endsWith('.js') ? await smaller(text) : contents),
    ),
  );
  const names = new Map<string, string>();
  for (const [file, { entryPoint, cssBundle }] of Object.entries(metafile?.outputs ?? {})) {
    const [name] = Object.entries(entries).find(([, entry]) => entry === entryPoint) ?? [];
    if (!name) continue;
    names.set(name, basename(file));
    if (cssBundle) names.set(`${name}.css`, basename(cssBundle));
  }
  const inputs = Object.keys(metafile?.inputs ?? {});
  return { files: (outputFiles ?? []).map(({ path }) => basename(path)), names, inputs };
}

/** Three in a hundred less than esbuild alone, gzipped. */
async function smaller(script: string): Promise<string> {
  // It makes arrows of functions that use `arguments` too.
  const unsafe_arrows = !/\barguments\b/.test(script);
  const { code } = await minify(script, { module: true, compress: { passes: 3, unsafe_arrows, ecma: 2020 }, mangle: true });
  return code;
}

if (import.meta.main) {
  const dist = join(HERE, '..', '..', 'dist');
  await mkdir(dist, { recursive: true });
  await buildPages(dist);
}
