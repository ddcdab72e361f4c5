import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Settings } from '../settings/settings.ts';
import { droppedEvents, errors, frames, integrationErrors, own, refusedByGateway, throttles, type Watched } from './metrics.ts';

/** An hour of play without a pause is 750 at most (`npm run plan`). */
const FRAMES_OF_A_PLAYER = 1000;

export function alarms(scope: Construct, { alarmEmail, expectedPlayers }: Settings, watched: Watched): void {
  const topic = alarmEmail === '' ? undefined : new Topic(scope, 'Alarms', { displayName: 'Quizcast alarms', enforceSSL: true });
  topic?.addSubscription(new EmailSubscription(alarmEmail));
  // `enforceSSL` replaces the default policy, which lets alarms publish.
  topic?.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );

  const alarm = (id: string, metric: IMetric, threshold: number, alarmDescription: string) => {
    const made = new Alarm(scope, id, {
      metric,
      threshold,
      alarmDescription,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // Mostly nobody plays.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (topic) made.addAlarmAction(new SnsAction(topic));
  };
  alarm(
    'FunctionErrors',
    errors(watched),
    1,
    'A function failed. Find the line of level ERROR in its log group and report it; pages ask again by themselves.',
  );
  alarm(
    'FunctionThrottles',
    throttles(watched),
    1,
    'More functions at once than the account may have: ask for more Lambda concurrency.',
  );
  alarm(
    'GatewayRefusals',
    refusedByGateway(watched),
    100,
    'API Gateway refuses frames or connections before any function sees them: raise requestsPerSecond or the quotas of docs/aws.md, or somebody floods it.',
  );
  alarm(
    'GatewayErrors',
    integrationErrors(watched),
    1,
    'API Gateway could not pass a frame on. Look at the dashboard: throttled functions want more Lambda concurrency, failing ones have a line in their log.',
  );
  alarm(
    'DroppedEvents',
    droppedEvents(watched),
    1,
    'A large room was not told of a change: ask for more Lambda concurrency. Phones ask by themselves within two minutes.',
  );
  alarm(
    'PostsMissed',
    own('PostsMissed', 'Sum', 'missed'),
    10,
    'Phones were not told in time; they ask by themselves within two minutes. If it happens again, ask for the quotas of docs/aws.md.',
  );
  alarm(
    'TableThrottles',
    own('TableThrottles', 'Sum', 'throttled'),
    1,
    'The table is asked for more than it gives at once: deploy with the expectedPlayers of the room, or warm it (warmWrites). Requests are tried again.',
  );
  alarm(
    'FramesAnHour',
    frames(watched, Duration.hours(1)),
    expectedPlayers * FRAMES_OF_A_PLAYER,
    'Many more frames in an hour than a game of the expected size has, and the bill follows them. If no large game is on, somebody floods it: lower requestsPerSecond, or put a web ACL in front (docs/aws.md).',
  );
}
