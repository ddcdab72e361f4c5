import { readFileSync, rmSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { settingsFrom } from './settings/settings.ts';
import { buildSite } from './site/site-assets.ts';
import { Quizcast } from './stack.ts';

const CDK: { context: Record<string, unknown> } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8'));

/** Those of China and of governments lack CloudFront's half of it; the CLI names the region. */
export function refuseForeign(region = ''): void {
  if (/^(cn|us-gov|us-iso\w*|eu-isoe?|eusc)-/.test(region))
    throw new Error(
      `Quizcast runs in the regions of AWS's commercial partition (aws), not in ${region}. Choose another, such as AWS_REGION=eu-central-1.`,
    );
}

export function quizcast(site: string, { context = {}, outdir }: { context?: Record<string, unknown>; outdir?: string } = {}) {
  const app = new App({ context: { ...CDK.context, ...context }, ...(outdir && { outdir }) });
  const settings = settingsFrom(app.node.getAllContext());
  const { stackName } = settings;
  // CloudFormation hands them on to every resource, CDK's own among them.
  const tags = { app: 'quizcast', stack: stackName };
  return { app, stack: new Quizcast(app, 'Quizcast', { settings, site, stackName, tags }) };
}

/** @returns the assembly's folder */
export async function synthesise(options: { context?: Record<string, unknown>; outdir?: string } = {}): Promise<string> {
  const site = await buildSite();
  try {
    return quizcast(site, options).app.synth().directory;
  } finally {
    // Copied into the assembly.
    rmSync(site, { recursive: true });
  }
}

if (import.meta.main) {
  try {
    refuseForeign(process.env.CDK_DEFAULT_REGION);
    await synthesise();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
