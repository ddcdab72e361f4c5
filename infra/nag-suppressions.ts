// What cdk-nag finds and is meant so: each with its reason, beside the thing that is made. `test/infra/nag.test.ts` hears of all else.
import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** @param reasons why, by the finding's id; they hold for the construct and everything inside it */
export function suppressNag(construct: IConstruct, reasons: Record<string, string>): void {
  Validations.of(construct).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })));
}

type Part = string | { Ref: string } | { 'Fn::GetAtt': [string, string] } | { 'Fn::Join': ['', Part[]] };

function spelt(part: Part): string {
  if (typeof part === 'string') return part;
  if ('Ref' in part) return `<${part.Ref}>`;
  if ('Fn::GetAtt' in part) return `<${part['Fn::GetAtt'].join('.')}>`;
  return part['Fn::Join'][1].map(spelt).join('');
}

/** The id of the finding that a role may use all of `resource`, an ARN with a `*`: cdk-nag names each one apart. */
export const wildcard = (scope: IConstruct, resource: string): string =>
  `AwsSolutions-IAM5[Resource::${spelt(Stack.of(scope).resolve(resource))}]`;
