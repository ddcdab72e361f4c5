// Synthesises the stack fast: unbundled functions, a tiny site.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { quizcast } from '../../infra/app.ts';
import type { Json } from '../aws/engine.ts';
import { type Resource, readStack } from '../rehearsal/template.ts';

export const ALL_ON = {
  keepData: 'true',
  alarmEmail: 'quiz@example.org',
  dailyBudget: '20',
  accessLogs: 'true',
  webAclArn: 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/quiz/0f',
  domain: 'quiz.example.org',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0f',
};

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

export function app(context: Record<string, unknown> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'quizcast-infra-'));
  folders.push(folder);
  const site = join(folder, 'site');
  mkdirSync(site);
  for (const page of ['player', 'host']) writeFileSync(join(site, `${page}.html`), `<title>${page}</title>`);
  return quizcast(site, { context: { 'aws:cdk:bundling-stacks': [], ...context }, outdir: join(folder, 'assembly') });
}

export interface Synthesised {
  of(type: string): Resource[];
  /** Properties of the only resource of a type. */
  one(type: string): Json;
  template: Json;
}

const made = new Map<string, Synthesised>();

/** Cached per context; read-only. @throws on circular dependencies */
export function synthesised(context: Record<string, unknown> = {}): Synthesised {
  const key = JSON.stringify(context);
  const known = made.get(key) ?? synthesise(context);
  made.set(key, known);
  return known;
}

function synthesise(context: Record<string, unknown>): Synthesised {
  const { app: whole, stack } = app(context);
  const template = Template.fromStack(stack).toJSON();
  const { of } = readStack(whole.outdir);
  return {
    of,
    one(type) {
      const [found, ...others] = of(type);
      if (!found || others.length) throw new Error(`not one ${type}`);
      return found.Properties;
    },
    template,
  };
}

/** Removes CDK's eight-digit hash from names. */
export const plain = (text: string): string => text.replace(/([A-Za-z])[0-9A-F]{8}\b/g, '$1');
