// AWS's rules for a sound stack (cdk-nag).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import type { Json } from '../aws/engine.ts';
import { ALL_ON, app } from './synthesised.ts';

/** Findings that have no suppression. */
function findings(context: Record<string, unknown>, change: (stack: Stack) => void = () => {}): string[] {
  const { app: checked, stack } = app(context);
  change(stack);
  Validations.of(checked).addPlugins(new AwsSolutionsChecks(checked));
  try {
    checked.synth();
  } catch (error) {
    // Errors also stop the synthesis; the report has them.
    if ((error as Error).name !== 'ValidationFailed') throw error;
  }
  const report: Json = JSON.parse(readFileSync(join(checked.outdir, 'validation-report.json'), 'utf8'));
  return report.pluginReports.flatMap(({ violations }: Json) =>
    violations.flatMap(({ ruleName, violatingConstructs }: Json) =>
      violatingConstructs.map(({ constructPath }: Json) => `${constructPath}: ${ruleName}`),
    ),
  );
}

test('the default stack has no unsuppressed finding', () => {
  expect(findings({})).toEqual([]);
});

test('the stack with every option has no unsuppressed finding', () => {
  expect(findings(ALL_ON)).toEqual([]);
});

test('an unsuppressed finding is reported', () => {
  const found = findings({}, (stack) => new Bucket(stack, 'Attic'));
  expect(found).toEqual(['Quizcast/Attic/Resource: AwsSolutions-S1', 'Quizcast/Attic/Resource: AwsSolutions-S10']);
});
