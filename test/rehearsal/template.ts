// A synthesised stack with all intrinsic functions resolved.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../aws/engine.ts';

export const REGION = 'us-east-1';
export const ACCOUNT = '123456789012';

export interface Resource {
  id: string;
  Type: string;
  Properties: Json;
}

export interface Stack {
  of(type: string): Resource[];
  /** Folder of a function's code, by S3 key. */
  folderOf(s3Key: string): string;
}

const PSEUDO: Record<string, string | undefined> = {
  'AWS::Region': REGION,
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'Quizcast',
  'AWS::NoValue': undefined,
};

const arn = (service: string, resource: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;

/** `Fn::GetAtt` values of the resource types used here. */
const ATTRIBUTES: Record<string, (id: string) => string> = {
  'AWS::DynamoDB::GlobalTable.Arn': (id) => arn('dynamodb', `table/${id}`),
  'AWS::Lambda::Function.Arn': (id) => arn('lambda', `function:${id}`),
  'AWS::IAM::Role.Arn': (id) => `arn:aws:iam::${ACCOUNT}:role/${id}`,
  'AWS::Events::Rule.Arn': (id) => arn('events', `rule/${id}`),
  'AWS::Logs::LogGroup.Arn': (id) => arn('logs', `log-group:${id}:*`),
  'AWS::S3::Bucket.Arn': (id) => `arn:aws:s3:::${id}`,
  'AWS::S3::Bucket.RegionalDomainName': (id) => `${id.toLowerCase()}.s3.${REGION}.amazonaws.com`,
  'AWS::CloudFront::Distribution.DomainName': (id) => `${id.toLowerCase()}.cloudfront.net`,
};

/** Value of `{{resolve:secretsmanager:…}}`. */
const SECRET = 'a-secret-of-the-rehearsal';

/**
 * Reads an assembly.
 * @param change alters the template first
 */
export function readStack(assembly: string, change: (template: Json) => void = () => {}): Stack {
  const read = (file: string): Json => JSON.parse(readFileSync(join(assembly, file), 'utf8'));
  const template = read('Quizcast.template.json');
  change(template);
  const { files } = read('Quizcast.assets.json');
  const resources: Json = template.Resources;

  function attribute([id, name]: [string, string]): string {
    if (!(id in resources)) throw new Error(`the template asks for ${name} of ${id}, which is not in it`);
    const of = ATTRIBUTES[`${resources[id].Type}.${name}`];
    // Other resources only need a distinct value.
    return of ? of(id) : `${id}.${name}`;
  }
  function substituted(text: string, values: Json = {}): string {
    return text.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
      if (name in values) return resolved(values[name]) as string;
      return name.includes('.') ? attribute(name.split('.') as [string, string]) : reference(name);
    });
  }
  const reference = (name: string): string => {
    if (name in PSEUDO) return PSEUDO[name] as string;
    if (!(name in resources) && !(name in (template.Parameters ?? {})))
      throw new Error(`the template refers to ${name}, which is not in it`);
    return (resources[name]?.Properties?.StageName as string) ?? name;
  };
  const FUNCTIONS: Record<string, (of: never) => unknown> = {
    Ref: reference,
    'Fn::GetAtt': attribute,
    'Fn::Join': ([separator, parts]: [string, unknown]) => (resolved(parts) as string[]).join(separator),
    'Fn::Sub': (of: string | [string, Json]) => (typeof of === 'string' ? substituted(of) : substituted(...of)),
    'Fn::Select': ([index, list]: [number, unknown]) => (resolved(list) as unknown[])[index],
    'Fn::Split': ([separator, text]: [string, unknown]) => (resolved(text) as string).split(separator),
  };
  function resolved(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolved).filter((one) => one !== undefined);
    if (typeof value === 'string') return value.replace(/\{\{resolve:secretsmanager:.*?\}\}/g, SECRET);
    if (typeof value !== 'object' || value === null) return value;
    const [name, ...others] = Object.keys(value);
    const run = name !== undefined && others.length === 0 ? FUNCTIONS[name] : undefined;
    if (run) return resolved(run((value as Json)[name!] as never));
    if (name?.startsWith('Fn::')) throw new Error(`the template uses ${name}, which nothing here resolves`);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(one)]));
  }

  return {
    of: (type) =>
      Object.entries(resources as Record<string, Json>)
        .filter(([, { Type }]) => Type === type)
        .map(([id, { Properties }]) => ({ id, Type: type, Properties: resolved(Properties ?? {}) as Json })),
    folderOf: (s3Key) => join(assembly, files[s3Key.replace(/\.zip$/, '')].source.path),
  };
}
