// What to see a game by, and what wakes somebody up.
import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  SingleValueWidget,
  TextWidget,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Gateway } from './gateway.ts';
import type { Settings } from './settings.ts';

const MINUTE = Duration.minutes(1);
/** The functions write these figures themselves: lambdas/aws/meter.ts. */
const own = (metricName: string, statistic: string, label: string): Metric =>
  new Metric({ namespace: 'Quizcast', metricName, statistic, label, period: MINUTE });

/** Two evenings' worth of frames in one hour is no evening any more: players × some 150 frames × 2. */
const FRAMES_AN_HOUR = 300;

export function watch(
  scope: Construct,
  { alarmEmail, expectedPlayers }: Settings,
  { functions, table, gateway }: { functions: readonly NodejsFunction[]; table: TableV2; gateway: Gateway },
): Topic | undefined {
  const sumOf = (metrics: IMetric[], label: string) =>
    new MathExpression({
      expression: metrics.map((_, i) => `${label}${i}`).join(' + '),
      usingMetrics: Object.fromEntries(metrics.map((metric, i) => [`${label}${i}`, metric])),
      label,
      period: MINUTE,
    });
  const errors = sumOf(
    functions.map((one) => one.metricErrors({ period: MINUTE })),
    'errors',
  );
  const throttles = sumOf(
    functions.map((one) => one.metricThrottles({ period: MINUTE })),
    'throttles',
  );
  const dimensionsMap = { ApiId: gateway.api.apiId, Stage: gateway.stage.stageName };
  const messages = (period: Duration) =>
    new Metric({
      namespace: 'AWS/ApiGateway',
      metricName: 'MessageCount',
      dimensionsMap,
      statistic: 'Sum',
      period,
      label: 'frames',
    });
  const tableThrottles = sumOf(
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map(
      (metricName) =>
        new Metric({
          namespace: 'AWS/DynamoDB',
          metricName,
          dimensionsMap: { TableName: table.tableName },
          statistic: 'Sum',
          period: MINUTE,
        }),
    ),
    'throttled',
  );

  const topic = alarmEmail === '' ? undefined : new Topic(scope, 'Alarms', { displayName: 'Quizcast alarms', enforceSSL: true });
  topic?.addSubscription(new EmailSubscription(alarmEmail));
  const alarm = (id: string, metric: IMetric, threshold: number, alarmDescription: string) => {
    const made = new Alarm(scope, id, {
      metric,
      threshold,
      alarmDescription,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (topic) made.addAlarmAction(new SnsAction(topic));
  };
  alarm('FunctionErrors', errors, 1, 'A function failed: see its log, level ERROR. Pages say it again by themselves.');
  alarm('FunctionThrottles', throttles, 1, 'More functions at once than the account may have: ask for more Lambda concurrency.');
  alarm('PostsMissed', own('PostsMissed', 'Sum', 'missed'), 10, 'Phones were not told in time; they ask within a minute.');
  alarm('TableThrottles', tableThrottles, 1, 'The table is throttled: warm it up before a game of this size.');
  alarm(
    'FramesAnHour',
    messages(Duration.hours(1)),
    expectedPlayers * FRAMES_AN_HOUR,
    'Many more frames in an hour than a game of the expected size sends: the bill follows them.',
  );

  const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
    new GraphWidget({ title, left, right, width: 8, height: 6 });
  const units = (metricName: string, label: string) =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap: { TableName: table.tableName },
      statistic: 'Sum',
      period: MINUTE,
      label,
    });
  const perSecond = (metric: IMetric, label: string) =>
    new MathExpression({ expression: 'n / PERIOD(n)', usingMetrics: { n: metric }, label, period: MINUTE });
  new Dashboard(scope, 'Dashboard', {
    defaultInterval: Duration.hours(3),
    widgets: [
      [new TextWidget({ markdown: '# Quizcast: a game at a glance', width: 24, height: 1 })],
      [
        new SingleValueWidget({
          title: 'Now',
          metrics: [
            own('Connected', 'Maximum', 'players connected, largest room'),
            own('Answers', 'Sum', 'answers, last minute'),
            own('Refusals', 'Sum', 'refusals, last minute'),
          ],
          width: 24,
          height: 4,
        }),
      ],
      [
        graph('Players', [own('Connected', 'Maximum', 'connected, largest room')], [own('Joins', 'Sum', 'joins')]),
        graph('Answers a second', [perSecond(own('Answers', 'Sum', 'answers'), 'answers/s')]),
        graph('Time of a broadcast, ms', [own('BroadcastMs', 'p50', 'median'), own('BroadcastMs', 'Maximum', 'longest')]),
      ],
      [
        graph('Refusals and faults', [own('Refusals', 'Sum', 'refusals')], [own('Faults', 'Sum', 'faults'), errors, throttles]),
        graph('Posts', [own('Posts', 'Sum', 'posts')], [own('PostsGone', 'Sum', 'gone'), own('PostsMissed', 'Sum', 'missed')]),
        graph(
          'Functions, ms (p95)',
          functions.map((one) => one.metricDuration({ statistic: 'p95', period: MINUTE, label: one.node.id })),
        ),
      ],
      [
        graph(
          'Table, units a minute',
          [units('ConsumedWriteCapacityUnits', 'write'), units('ConsumedReadCapacityUnits', 'read')],
          [tableThrottles],
        ),
        graph('Frames', [messages(MINUTE)]),
        graph('Frames an hour: what the bill follows', [messages(Duration.hours(1))]),
      ],
    ],
  });
  return topic;
}
