// Two stacks, or two regions, in one account.
import { expect, test } from 'vitest';
import type { Json } from '../aws/engine.ts';
import { ALL_ON, synthesised } from './synthesised.ts';

/** Properties that name a resource, wherever AWS keeps them. */
const NAMED = /^(Name|.*Name)$/;
/** Lists of an account, not of a region. */
const GLOBAL = /^AWS::(CloudFront|IAM::(Role|ManagedPolicy|User)|S3::Bucket$|CloudWatch::Dashboard|Budgets)/;
/** What names something else than its own resource. */
const OTHERS =
  /^(DomainName|ServerName|HostName|FunctionName|TableName|AttributeName|IndexName|MetricName|HeaderName|.*ParameterName|AliasName)$/;

function names(of: Json, path = ''): [string, unknown][] {
  return Object.entries(of ?? {}).flatMap(([key, value]: [string, Json]): [string, unknown][] => {
    if (NAMED.test(key) && !OTHERS.test(key) && (typeof value === 'string' || value?.['Fn::Join'] || value?.['Fn::Sub']))
      return [[`${path}${key}`, value]];
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? names(value, `${path}${key}.`) : [];
  });
}

const globalNames = (context: Record<string, unknown>): [string, string][] =>
  Object.entries<Json>(synthesised(context).template.Resources).flatMap(([id, { Type, Properties }]) =>
    GLOBAL.test(Type) ? names(Properties).map(([path, value]): [string, string] => [`${id}.${path}`, JSON.stringify(value)]) : [],
  );

test.each([
  ['the defaults', {}],
  ['everything on', ALL_ON],
])('with %s no name that is global to an account is that of another region or stack', (_, context) => {
  const [first, second] = [globalNames(context), globalNames({ ...context, stackName: 'Other' })];
  expect(first.length).toBeGreaterThan(2);
  expect(first.filter(([, name]) => !name.includes('AWS::Region'))).toEqual([]);
  const taken = new Set(first.map(([, name]) => name));
  expect(second.filter(([, name]) => taken.has(name))).toEqual([]);
});

test('the command that a deployment ends with invites to that stack', () => {
  const next = (context: Record<string, unknown>) => synthesised(context).template.Outputs.Next.Value;
  expect([next({}), next({ stackName: 'Other' })]).toEqual(['npm run invite', 'npm run invite -- --stack Other']);
});
