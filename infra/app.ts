// The CDK app: `npx cdk deploy` runs this file, and so does whoever wants the assembly.
import { readFileSync, rmSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { settingsFrom } from './settings.ts';
import { buildSite } from './site/site-assets.ts';
import { Quizcast } from './stack.ts';

const { context: DEFAULTS } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')) as {
  context: Record<string, unknown>;
};

/** The app with its stack; `context` on top of what `cdk.json` says. */
export function quizcast(site: string, { context = {}, outdir }: { context?: Record<string, unknown>; outdir?: string } = {}) {
  const app = new App({ context: { ...DEFAULTS, ...context }, ...(outdir && { outdir }) });
  const settings = settingsFrom(app.node.getAllContext());
  return { app, stack: new Quizcast(app, 'Quizcast', { settings, site }) };
}

/**
 * Builds the pages and bundles the functions.
 * @returns the folder of the assembly: the template and all assets, as they would be deployed
 */
export async function synthesise(options: { context?: Record<string, unknown>; outdir?: string } = {}): Promise<string> {
  const site = await buildSite();
  try {
    return quizcast(site, options).app.synth().directory;
  } finally {
    // The assembly has its own copy.
    rmSync(site, { recursive: true });
  }
}

if (import.meta.main) {
  try {
    await synthesise();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
