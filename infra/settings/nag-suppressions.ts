import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** @param reasons by finding id */
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

/** Finding id of a role's wildcard on `resource`. */
export const wildcard = (scope: IConstruct, resource: string): string =>
  `AwsSolutions-IAM5[Resource::${spelt(Stack.of(scope).resolve(resource))}]`;
