import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { ENVIRONMENT, type FunctionName } from '../lambdas/aws/environment.ts';
import { synthesise } from './app.ts';

interface Bundle {
  name: FunctionName;
  file: string;
  bytes: number;
  gzip: number;
}

interface Template {
  Resources: Record<string, { Type: string; Properties: { Description?: string; Code: { S3Key: string } } }>;
}

interface Assets {
  files: Record<string, { source: { path: string } }>;
}

const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(ENVIRONMENT, name);

export function bundlesIn(assembly: string): Bundle[] {
  const read = (name: string) => JSON.parse(readFileSync(join(assembly, name), 'utf8'));
  const { Resources }: Template = read('Quizcast.template.json');
  const { files }: Assets = read('Quizcast.assets.json');
  const functions = Object.values(Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  return Object.keys(ENVIRONMENT)
    .filter(isFunctionName)
    .map((name) => {
      const code = functions.find(({ Properties }) => Properties.Description === `Quizcast: ${name}`)?.Properties.Code;
      const asset = code && files[code.S3Key.replace(/\.zip$/, '')];
      if (!asset) throw new Error(`${assembly} has no function ${name}`);
      const file = join(assembly, asset.source.path, 'index.mjs');
      const content = readFileSync(file);
      return { name, file, bytes: content.length, gzip: gzipSync(content).length };
    });
}

const IMPORT = `const before = performance.now(); await import(process.argv[1]); console.log(performance.now() - before)`;

/** In a fresh process that compiles it, ms: the median of an odd number of times. Only proportions hold on Lambda. */
export function importTime({ name, file }: Bundle, count: number): number {
  const environment = Object.fromEntries(ENVIRONMENT[name].map((one) => [one, 'https://none.example']));
  const env = { ...process.env, ...environment, AWS_REGION: 'us-east-1', NODE_COMPILE_CACHE: undefined };
  const times = Array.from({ length: count }, () => {
    const args = ['--input-type=module', '-e', IMPORT, pathToFileURL(resolve(file)).href];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} cannot be imported: ${stderr}`);
    return Number(stdout);
  });
  return times.sort((a, b) => a - b)[(count - 1) / 2] ?? Number.NaN;
}

if (import.meta.main) {
  const assembly = await synthesise({ outdir: 'cdk.out' });
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  const rows = bundlesIn(assembly).map((bundle) => ({
    function: bundle.name,
    bundle: kilobytes(bundle.bytes),
    gzip: kilobytes(bundle.gzip),
    'import, ms': Math.round(importTime(bundle, 5)),
  }));
  console.log(`\nSynthesised into ${assembly}`);
  console.table(rows);
}
