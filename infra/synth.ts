// `npm run synth`: what would be deployed, into cdk.out, and how large and how quick to start its functions are.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ENVIRONMENT, type FunctionName } from '../lambdas/aws/environment.ts';
import { synthesise } from './app.ts';

export interface Bundle {
  name: FunctionName;
  file: string;
  bytes: number;
  gzip: number;
}

interface Template {
  Resources: Record<string, { Type: string; Properties: { Description?: string }; Metadata?: Record<string, string> }>;
}

/** The functions' bundles in an assembly, in the order in which they are deployed. */
export function bundlesIn(assembly: string): Bundle[] {
  const template = JSON.parse(readFileSync(join(assembly, 'Quizcast.template.json'), 'utf8')) as Template;
  const functions = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  return (Object.keys(ENVIRONMENT) as FunctionName[]).map((name) => {
    const found = functions.find(({ Properties }) => Properties.Description === `Quizcast: ${name}`)!;
    const file = join(assembly, found.Metadata!['aws:asset:path']!, 'index.mjs');
    const content = readFileSync(file);
    return { name, file, bytes: content.length, gzip: gzipSync(content).length };
  });
}

const IMPORT = `const before = performance.now(); await import(process.argv[1]); console.log(performance.now() - before)`;

/** How long a fresh process takes to import a bundle, ms: the median of five. Lambda's machine is another; the proportions are alike. */
export function importTime({ name, file }: Bundle): number {
  const environment = Object.fromEntries(ENVIRONMENT[name].map((one) => [one, 'https://none.example']));
  const env = { ...process.env, ...environment, AWS_REGION: 'us-east-1' };
  const times = Array.from({ length: 5 }, () =>
    Number(spawnSync(process.execPath, ['--input-type=module', '-e', IMPORT, file], { env, encoding: 'utf8' }).stdout),
  );
  return times.sort((a, b) => a - b)[2]!;
}

if (import.meta.main) {
  const assembly = await synthesise({ outdir: 'cdk.out' });
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  const rows = bundlesIn(assembly).map((bundle) => ({
    function: bundle.name,
    bundle: kilobytes(bundle.bytes),
    gzip: kilobytes(bundle.gzip),
    'import, ms': Math.round(importTime(bundle)),
  }));
  console.log(`\nSynthesised into ${assembly}`);
  console.table(rows);
}
