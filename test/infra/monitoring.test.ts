// Alarms and dashboard use existing metrics.
import { describe, expect, test } from 'vitest';
import { DIMENSION, METRIC_TYPES, NAMESPACE } from '../../lambdas/aws/metrics.ts';
import type { Json } from '../aws/engine.ts';
import { ALL_ON, plain, type Synthesised, synthesised } from './synthesised.ts';

const alarms = ({ of }: Synthesised) =>
  of('AWS::CloudWatch::Alarm').map(({ id, Properties }) => ({ id: plain(id), ...Properties }) as Json);

const watched = ({ Namespace, MetricName, Metrics = [] }: Json): string[] => [
  ...(MetricName ? [`${Namespace} ${MetricName}`] : []),
  ...Metrics.flatMap(({ MetricStat }: Json) =>
    MetricStat ? [`${MetricStat.Metric.Namespace} ${MetricStat.Metric.MetricName}`] : [],
  ),
];

function linesOf(stack: Synthesised): unknown[][] {
  const { widgets } = JSON.parse(stack.one('AWS::CloudWatch::Dashboard').DashboardBody);
  return widgets.flatMap(({ properties }: Json) => properties.metrics ?? []);
}

function shown(stack: Synthesised): string[] {
  return linesOf(stack).flatMap(([namespace, name]) => (typeof namespace === 'string' ? [`${namespace} ${name}`] : []));
}

describe('the alarms', () => {
  test('cover failures, throttles, undelivered posts and costs', () => {
    const found = alarms(synthesised({ expectedPlayers: '5000' })).map((alarm) => [
      alarm.id,
      [...new Set(watched(alarm))].join(', '),
      alarm.Threshold,
      alarm.Period ?? alarm.Metrics.find(({ MetricStat }: Json) => MetricStat).MetricStat.Period,
    ]);
    expect(found).toEqual([
      ['FunctionErrors', 'AWS/Lambda Errors', 1, 60],
      ['FunctionThrottles', 'AWS/Lambda Throttles', 1, 60],
      ['GatewayRefusals', 'AWS/ApiGateway ClientError', 100, 60],
      ['GatewayErrors', 'AWS/ApiGateway IntegrationError', 1, 60],
      ['DroppedEvents', 'AWS/Lambda AsyncEventsDropped', 1, 60],
      ['PostsMissed', 'Quizcast PostsMissed', 10, 60],
      ['TableThrottles', 'Quizcast TableThrottles', 1, 60],
      // 1,000 frames per expected player.
      ['FramesAnHour', 'AWS/ApiGateway MessageCount', 5_000_000, 3600],
    ]);
  });

  test('treat silence as well: none rests on a table’s metrics, which keep their alarm as it was', () => {
    for (const alarm of alarms(synthesised(ALL_ON))) {
      expect([alarm.id, alarm.TreatMissingData]).toEqual([alarm.id, 'notBreaching']);
      expect(watched(alarm).filter((name) => name.startsWith('AWS/DynamoDB'))).toEqual([]);
    }
  });

  test('and the dashboard see only the metrics of their own stack', () => {
    const stack = synthesised(ALL_ON);
    const own = alarms(stack).flatMap((alarm) => [
      alarm,
      ...(alarm.Metrics ?? []).map(({ MetricStat }: Json) => MetricStat?.Metric),
    ]);
    const dimensions = own.filter((one) => one?.Namespace === NAMESPACE).map(({ Dimensions }) => Dimensions);
    expect(dimensions).toEqual(Array(2).fill([{ Name: DIMENSION, Value: 'Quizcast' }]));
    const lines = linesOf(stack).filter(([namespace]) => namespace === NAMESPACE);
    expect(lines.filter(([, , name, value]) => name !== DIMENSION || value !== 'Quizcast')).toEqual([]);
  });

  test('cover all functions', () => {
    const [errors] = alarms(synthesised());
    const functions = errors!.Metrics.flatMap(({ MetricStat }: Json) => MetricStat?.Metric.Dimensions ?? []);
    expect(functions.map(({ Value }: Json) => plain(Value)).sort()).toEqual([
      'Announce',
      'Connect',
      'Disconnect',
      'Host',
      'Player',
      'Sweep',
    ]);
  });

  test('ignore missing data, and notify nobody by default', () => {
    const stack = synthesised();
    expect(alarms(stack).map(({ TreatMissingData, AlarmActions }) => [TreatMissingData, AlarmActions])).toEqual(
      Array(8).fill(['notBreaching', undefined]),
    );
    expect(stack.of('AWS::SNS::Topic')).toEqual([]);
  });

  test('notify the configured address', () => {
    const stack = synthesised(ALL_ON);
    const { Protocol, Endpoint, TopicArn } = stack.one('AWS::SNS::Subscription');
    expect([Protocol, Endpoint]).toEqual(['email', 'quiz@example.org']);
    expect(alarms(stack).map(({ AlarmActions }) => AlarmActions)).toEqual(Array(8).fill([TopicArn]));
  });

  test('may publish to the topic, of this account only, and nobody does so in the clear', () => {
    const stack = synthesised(ALL_ON);
    const { Topics, PolicyDocument } = stack.one('AWS::SNS::TopicPolicy');
    const ofAccount = { StringEquals: { 'aws:SourceAccount': '123456789012' } };
    for (const [action] of alarms(stack).map(({ AlarmActions }) => AlarmActions)) {
      expect(Topics).toEqual([action]);
      const allowed = PolicyDocument.Statement.filter(
        ({ Effect, Resource }: Json) => Effect === 'Allow' && plain(Resource) === plain(action),
      );
      expect(allowed.map(({ Principal, Action, Condition }: Json) => [Principal, Action, Condition])).toEqual([
        [{ Service: 'cloudwatch.amazonaws.com' }, 'sns:Publish', ofAccount],
      ]);
    }
    expect(PolicyDocument.Statement.map(({ Sid, Effect }: Json) => [Sid, Effect])).toContainEqual([
      'AllowPublishThroughSSLOnly',
      'Deny',
    ]);
  });
});

describe('the dashboard', () => {
  test('shows exactly the metrics that the functions write', () => {
    const own = shown(synthesised()).filter((name) => name.startsWith(`${NAMESPACE} `));
    expect([...new Set(own)].sort()).toEqual(
      Object.keys(METRIC_TYPES)
        .map((name) => `${NAMESPACE} ${name}`)
        .sort(),
    );
  });

  test('shows the functions, the table and the frames', () => {
    const aws = shown(synthesised()).filter((name) => name.startsWith('AWS/'));
    expect([...new Set(aws)].sort()).toEqual([
      'AWS/ApiGateway ClientError',
      'AWS/ApiGateway ConnectCount',
      'AWS/ApiGateway IntegrationError',
      'AWS/ApiGateway MessageCount',
      'AWS/CloudFront 5xxErrorRate',
      'AWS/DynamoDB ConsumedReadCapacityUnits',
      'AWS/DynamoDB ConsumedWriteCapacityUnits',
      'AWS/Lambda AsyncEventsDropped',
      'AWS/Lambda ConcurrentExecutions',
      'AWS/Lambda Duration',
      'AWS/Lambda Errors',
      'AWS/Lambda Throttles',
    ]);
  });

  test('has the region in its name, since dashboards are global', () => {
    expect(synthesised().one('AWS::CloudWatch::Dashboard').DashboardName).toBe('Quizcast-us-east-1');
  });
});
