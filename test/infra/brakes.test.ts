// What a deployment takes at most, so that a flood's bill has an end.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../bench/plan/limits.ts';
import { isSubstantial } from '../../bench/plan/quota-requests.ts';
import { simulate } from '../../bench/plan/simulate.ts';
import { refuseForeign } from '../../infra/app.ts';
import { brakesOf } from '../../infra/settings/brakes.ts';
import { PAGE, worstDayRow, written } from '../aws/costs.ts';
import { ALL_ON, app, synthesised } from './synthesised.ts';

const USUAL = { expectedPlayers: 1000, requestsPerSecond: '', warmWrites: 4000 } as const;

test.each<[Parameters<typeof brakesOf>[0], ReturnType<typeof brakesOf>]>([
  [
    { ...USUAL, expectedPlayers: 30 },
    { requests: 500, writes: 500, reads: 1500 },
  ],
  [USUAL, { requests: 2000, writes: 2000, reads: 6000 }],
  // An account has 10,000 frames a second, for all of its APIs.
  [
    { ...USUAL, expectedPlayers: 20_000 },
    { requests: 8000, writes: 40_000, reads: 40_000 },
  ],
  [
    { ...USUAL, requestsPerSecond: 14_500 },
    { requests: 14_500, writes: 2000, reads: 6000 },
  ],
  // Warming beyond a cap would be paid for nothing.
  [
    { ...USUAL, warmWrites: 13_500 },
    { requests: 2000, writes: 13_500, reads: 40_000 },
  ],
])('%o: twice the largest room, or as set', (settings, brakes) => {
  expect(brakesOf(settings)).toEqual(brakes);
});

test('they are on the stage, the table and its index', () => {
  const stack = synthesised({ expectedPlayers: '2500' });
  const { DefaultRouteSettings } = stack.one('AWS::ApiGatewayV2::Stage');
  const { WriteOnDemandThroughputSettings: writes, ...table } = stack.one('AWS::DynamoDB::GlobalTable');
  const [{ ReadOnDemandThroughputSettings: reads }] = table.Replicas;
  const [index] = table.GlobalSecondaryIndexes;
  expect({ DefaultRouteSettings, writes, reads, index: index.WriteOnDemandThroughputSettings }).toEqual({
    DefaultRouteSettings: { ThrottlingRateLimit: 5000, ThrottlingBurstLimit: 2500 },
    writes: { MaxWriteRequestUnits: 5000 },
    reads: { MaxReadRequestUnits: 15_000 },
    index: { MaxWriteRequestUnits: 5000 },
  });
});

describe('a game of the expected size never meets them', () => {
  test.each([30, 250, 1000, 5000])('%i players', (players) => {
    const usual = defaultLimits();
    const { requests, writes, reads } = brakesOf({ ...USUAL, expectedPlayers: players });
    const event = {
      players,
      arriving: 90,
      reading: 5,
      answering: [1, 9] as const,
      shards: Math.ceil(players / 1000),
      crowdFrom: 250,
    };
    const { tableWrites, tableReads } = usual;
    const limits = {
      ...usual,
      stage: requests,
      tableWrites: Math.min(tableWrites, writes),
      tableReads: Math.min(tableReads, reads),
    };
    expect(simulate(event, limits).refused.filter((one) => isSubstantial(one, event))).toEqual([]);
  });
});

test('docs/aws.md has the worst day of each size (npm run costs)', () => {
  const page = written(readFileSync(PAGE, 'utf8')).split('\n');
  for (const players of [250, 1000, 5000]) expect(page).toContain(worstDayRow(players));
});

test('a daily budget writes to the alarms’ address, and there is none unless asked for', () => {
  const { Budget, NotificationsWithSubscribers } = synthesised(ALL_ON).one('AWS::Budgets::Budget');
  expect([Budget, NotificationsWithSubscribers[0].Subscribers]).toEqual([
    { BudgetName: 'Quizcast-us-east-1', BudgetType: 'COST', TimeUnit: 'DAILY', BudgetLimit: { Amount: 20, Unit: 'USD' } },
    [{ SubscriptionType: 'EMAIL', Address: 'quiz@example.org' }],
  ]);
  expect(synthesised().of('AWS::Budgets::Budget')).toEqual([]);
});

test('the stack bears tags, which CloudFormation hands on to every resource', () => {
  const { app: whole, stack } = app({ stackName: 'Second' });
  expect(whole.synth().getStackArtifact(stack.artifactId).tags).toEqual({ app: 'quizcast', stack: 'Second' });
});

test.each(['cn-north-1', 'us-gov-west-1', 'us-iso-east-1', 'us-isob-east-1', 'eu-isoe-west-1', 'eusc-de-east-1'])(
  'a region of another partition (%s) is refused in words',
  (region) => {
    expect(() => refuseForeign(region)).toThrow(`commercial partition (aws), not in ${region}.`);
  },
);

test.each([undefined, 'us-east-1', 'eu-central-1', 'ca-west-1', 'mx-central-1'])('the region %s is not refused', (region) => {
  expect(() => refuseForeign(region)).not.toThrow();
});
