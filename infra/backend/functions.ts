import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ApplicationLogLevel, Architecture, LoggingFormat, Runtime, SystemLogLevel } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { TABLE } from '../../lambdas/aws/dynamodb/table.ts';
import type { Environment, FunctionName } from '../../lambdas/aws/environment.ts';

/** MB, s; 1,769 MB is one core: broadcasts encrypt. */
export const SIZES: Record<FunctionName, { memory: number; timeout: number }> = {
  connect: { memory: 256, timeout: 5 },
  disconnect: { memory: 256, timeout: 10 },
  player: { memory: 512, timeout: 10 },
  // API Gateway waits 29 s.
  host: { memory: 1769, timeout: 29 },
  announce: { memory: 1769, timeout: 60 },
  // Reads the whole table, a page at a time.
  sweep: { memory: 256, timeout: 900 },
};

/** Ids and numbers only. */
export const LOGS_KEPT = RetentionDays.TWO_WEEKS;

/** Beside writing its log. */
export type Right = [actions: string[], resources: string[]];

export const onTable = (table: TableV2, ...verbs: string[]): Right => [verbs.map((verb) => `dynamodb:${verb}`), [table.tableArn]];
export const onIndex = (table: TableV2, ...verbs: string[]): Right => [
  verbs.map((verb) => `dynamodb:${verb}`),
  [`${table.tableArn}/index/${TABLE.index.name}`],
];

export function quizFunction<F extends FunctionName>(
  scope: Construct,
  name: F,
  environment: Omit<Environment<F>, 'STACK'>,
  rights: readonly Right[],
): NodejsFunction {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const logGroup = new LogGroup(scope, `${title}Log`, { retention: LOGS_KEPT, removalPolicy: RemovalPolicy.DESTROY });
  const statement = ([actions, resources]: Right) => new PolicyStatement({ actions, resources });
  // The managed policy may write every log.
  const role = new Role(scope, `${title}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: rights.length ? { work: new PolicyDocument({ statements: rights.map(statement) }) } : {},
  });
  logGroup.grantWrite(role);
  return new NodejsFunction(scope, title, {
    description: `Quizcast: ${name}`,
    entry: fileURLToPath(new URL(`../../lambdas/aws/entries/${name}.ts`, import.meta.url)),
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: SIZES[name].memory,
    timeout: Duration.seconds(SIZES[name].timeout),
    environment: { ...environment, STACK: Stack.of(scope).stackName },
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel.INFO,
    // INFO: a platform line per frame costs more.
    systemLogLevelV2: SystemLogLevel.WARN,
    awsSdkConnectionReuse: false,
    bundling: {
      format: OutputFormat.ESM,
      minify: true,
      bundleAwsSDK: true,
      // ESM: half the size and start time.
      mainFields: ['module', 'main'],
    },
  });
}
