// Evaluates the IAM policies of the template.
import type { Json } from '../aws/engine.ts';
import type { Stack } from './template.ts';

interface Statement {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource: string | string[];
}

export type May = (action: string, resource: string) => boolean;

/** IAM wildcards: `*` any text, `?` one character. */
export const fits = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
  ).test(text);

const list = <T>(one: T | T[]): T[] => (Array.isArray(one) ? one : [one]);

/** Allowed by one statement and denied by none. */
export function mayWith(statements: readonly Statement[]): May {
  return (action, resource) => {
    const about = statements.filter(
      ({ Action, Resource }) =>
        list(Action).some((pattern) => fits(pattern, action)) && list(Resource).some((pattern) => fits(pattern, resource)),
    );
    return about.some(({ Effect }) => Effect === 'Allow') && !about.some(({ Effect }) => Effect === 'Deny');
  };
}

/** Inline and attached policies. @param roleArn from a function's properties */
export function policyOf(stack: Stack, roleArn: string): May {
  const id = roleArn.split('/').at(-1);
  const role = stack.of('AWS::IAM::Role').find((one) => one.id === id);
  const attached = stack.of('AWS::IAM::Policy').filter(({ Properties }) => Properties.Roles.includes(id));
  const inside: Json[] = role?.Properties.Policies ?? [];
  const documents = [...inside, ...attached.map(({ Properties }) => Properties)].map(({ PolicyDocument }) => PolicyDocument);
  return mayWith(documents.flatMap((document) => list<Statement>(document.Statement)));
}
