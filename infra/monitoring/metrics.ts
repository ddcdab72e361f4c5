import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { TABLE } from '../../lambdas/aws/dynamodb/table.ts';
import type { Gateway } from '../backend/gateway.ts';

export interface Watched {
  functions: readonly NodejsFunction[];
  table: TableV2;
  gateway: Gateway;
}

const MINUTE = Duration.minutes(1);

export const own = (metricName: string, statistic: string, label: string): Metric =>
  new Metric({ namespace: 'Quizcast', metricName, statistic, label, period: MINUTE });

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

const ofTable = ({ table }: Watched, metricName: string, label: string, index?: string) =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: table.tableName, ...(index && { GlobalSecondaryIndexName: index }) },
    statistic: 'Sum',
    period: MINUTE,
    label,
  });

export const writeUnits = (watched: Watched) => ofTable(watched, 'ConsumedWriteCapacityUnits', 'write');
export const readUnits = (watched: Watched) => ofTable(watched, 'ConsumedReadCapacityUnits', 'read');

/** It holds up its table's writes, counted apart. */
export const tableThrottles = (watched: Watched) =>
  sumOf('throttled', [
    ofTable(watched, 'ReadThrottleEvents', 'reads'),
    ofTable(watched, 'WriteThrottleEvents', 'writes'),
    ofTable(watched, 'WriteThrottleEvents', 'index', TABLE.index.name),
  ]);

export const frames = ({ gateway: { api, stage } }: Watched, period = MINUTE): Metric =>
  new Metric({
    namespace: 'AWS/ApiGateway',
    metricName: 'MessageCount',
    dimensionsMap: { ApiId: api.apiId, Stage: stage.stageName },
    statistic: 'Sum',
    period,
    label: 'frames',
  });
