import { Aws, Duration } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { DIMENSION, type Metric as Figure, NAMESPACE } from '../../lambdas/aws/metrics.ts';
import type { Gateway } from '../backend/gateway.ts';

export interface Watched {
  functions: readonly NodejsFunction[];
  table: TableV2;
  gateway: Gateway;
  distribution: IDistribution;
}

const MINUTE = Duration.minutes(1);

export const own = (metricName: Figure, statistic: string, label: string): Metric =>
  new Metric({
    namespace: NAMESPACE,
    metricName,
    dimensionsMap: { [DIMENSION]: Aws.STACK_NAME },
    statistic,
    label,
    period: MINUTE,
  });

function sumOf(label: string, metrics: readonly IMetric[]): IMetric {
  const parts = metrics.map((metric, i) => [`${label}${i}`, metric] as const);
  const expression = parts.map(([name]) => name).join(' + ');
  return new MathExpression({ expression, usingMetrics: Object.fromEntries(parts), label, period: MINUTE });
}

export const perSecond = (metric: IMetric, label: string): IMetric =>
  new MathExpression({ expression: 'n / PERIOD(n)', usingMetrics: { n: metric }, label, period: MINUTE });

export const errors = ({ functions }: Watched) =>
  sumOf(
    'errors',
    functions.map((one) => one.metricErrors({ period: MINUTE })),
  );

export const throttles = ({ functions }: Watched) =>
  sumOf(
    'throttles',
    functions.map((one) => one.metricThrottles({ period: MINUTE })),
  );

export const slowest = ({ functions }: Watched): IMetric[] =>
  functions.map((one) => one.metricDuration({ statistic: 'p95', period: MINUTE, label: one.node.id }));

const ofTable = ({ table }: Watched, metricName: string, label: string) =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: table.tableName },
    statistic: 'Sum',
    period: MINUTE,
    label,
  });

export const writeUnits = (watched: Watched) => ofTable(watched, 'ConsumedWriteCapacityUnits', 'write');
export const readUnits = (watched: Watched) => ofTable(watched, 'ConsumedReadCapacityUnits', 'read');

const ofGateway = ({ gateway: { api, stage } }: Watched, metricName: string, label: string, period = MINUTE) =>
  new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensionsMap: { ApiId: api.apiId, Stage: stage.stageName },
    statistic: 'Sum',
    period,
    label,
  });

export const frames = (watched: Watched, period = MINUTE) => ofGateway(watched, 'MessageCount', 'frames', period);
export const connects = (watched: Watched) => ofGateway(watched, 'ConnectCount', 'connects');
/** Refused before any function: throttled, too large, no such route. */
export const refusedByGateway = (watched: Watched) => ofGateway(watched, 'ClientError', 'refused');
/** It could not call a function, or had no good reply. */
export const integrationErrors = (watched: Watched) => ofGateway(watched, 'IntegrationError', 'not passed on');

/** Announcements to a room that came to nothing. */
export const droppedEvents = ({ functions }: Watched) =>
  sumOf(
    'dropped',
    functions.map((one) => one.metric('AsyncEventsDropped', { statistic: 'Sum', period: MINUTE })),
  );

/** Of the account; new ones have 10. */
export const concurrency = () =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName: 'ConcurrentExecutions',
    statistic: 'Maximum',
    period: MINUTE,
    label: 'at once',
  });

/** CloudFront counts in one region. */
export const pageErrors = ({ distribution }: Watched) =>
  new Metric({
    namespace: 'AWS/CloudFront',
    metricName: '5xxErrorRate',
    dimensionsMap: { DistributionId: distribution.distributionId, Region: 'Global' },
    region: 'us-east-1',
    statistic: 'Average',
    period: MINUTE,
    label: '5xx, %',
  });
