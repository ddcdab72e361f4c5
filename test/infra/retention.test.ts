// The table, and what `cdk destroy` keeps.
import { describe, expect, test } from 'vitest';
import { TABLE } from '../../lambdas/aws/dynamodb/table.ts';
import { ENVIRONMENT } from '../../lambdas/aws/environment.ts';
import type { Json } from '../aws/engine.ts';
import { ALL_ON, plain, synthesised } from './synthesised.ts';

const table = (context: Json = {}): Json => synthesised(context).one('AWS::DynamoDB::GlobalTable');
const key = (name: string, KeyType: string) => ({ AttributeName: name, KeyType });
const kept = (context: Json) =>
  Object.entries(synthesised(context).template.Resources as Json)
    .filter(
      ([, { DeletionPolicy, UpdateReplacePolicy }]) =>
        ![DeletionPolicy, UpdateReplacePolicy].every((one) => !one || one === 'Delete'),
    )
    .map(([id]) => plain(id));

test('the table is on demand and has the keys, index and time to live of the store', () => {
  const { KeySchema, GlobalSecondaryIndexes, TimeToLiveSpecification, BillingMode, AttributeDefinitions } = table();
  expect({ KeySchema, GlobalSecondaryIndexes, TimeToLiveSpecification, BillingMode, AttributeDefinitions }).toEqual({
    KeySchema: [key(TABLE.pk, 'HASH'), key(TABLE.sk, 'RANGE')],
    GlobalSecondaryIndexes: [
      expect.objectContaining({
        IndexName: TABLE.index.name,
        KeySchema: [key(TABLE.index.pk, 'HASH')],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      }),
    ],
    TimeToLiveSpecification: { AttributeName: TABLE.ttl, Enabled: true },
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [TABLE.pk, TABLE.sk, TABLE.index.pk].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
  });
});

test('warm throughput is set only above the AWS default', () => {
  const warm = ({ WarmThroughput, GlobalSecondaryIndexes }: Json) => [WarmThroughput, GlobalSecondaryIndexes[0].WarmThroughput];
  const units = (WriteUnitsPerSecond: number, ReadUnitsPerSecond: number) => [
    { WriteUnitsPerSecond, ReadUnitsPerSecond },
    { WriteUnitsPerSecond },
  ];
  expect([4000, 7500, 20_000].map((warmWrites) => warm(table({ warmWrites })))).toEqual([
    [undefined, undefined],
    units(7500, 22_500),
    // 40,000 is the account limit for reads per table.
    units(20_000, 40_000),
  ]);
});

test('the table is in one region, and protected only with keepData', () => {
  const replicas = ({ Replicas }: Json) =>
    Replicas.map(({ Region, DeletionProtectionEnabled, PointInTimeRecoverySpecification }: Json) => [
      Region,
      DeletionProtectionEnabled,
      PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled,
    ]);
  expect([replicas(table()), replicas(table({ keepData: 'true' }))]).toEqual([
    [['us-east-1', false, false]],
    [['us-east-1', true, true]],
  ]);
});

describe('cdk destroy', () => {
  test('leaves nothing, whatever the settings', () => {
    expect(kept({ ...ALL_ON, keepData: 'false' })).toEqual([]);
  });

  test('leaves only the table and the hosts’ files with keepData', () => {
    expect(kept({ keepData: 'true' })).toEqual(['Data', 'Media']);
  });

  test('finds empty buckets', () => {
    const emptied = (context: Json) =>
      synthesised(context)
        .of('Custom::S3AutoDeleteObjects')
        .map(({ Properties }) => plain(Properties.BucketName))
        .sort();
    expect([emptied({}), emptied({ keepData: 'true' })]).toEqual([['Media', 'Site'], ['Site']]);
  });

  test('deletes all logs: every function has a log group in the stack', () => {
    const { of } = synthesised();
    const groups = of('AWS::Logs::LogGroup').map(({ id }) => id);
    const functions = of('AWS::Lambda::Function').map(({ Properties }) => Properties.LoggingConfig?.LogGroup);
    expect(functions.length).toBe(Object.keys(ENVIRONMENT).length + 2);
    expect(functions.filter((group) => !groups.includes(group))).toEqual([]);
  });
});

test('the outputs name the address, the table and the next step', () => {
  const values = ({ Outputs }: Json) => Object.keys(Outputs);
  expect(values(synthesised().template)).toEqual(['Pages', 'Table', 'MediaBucket', 'Next']);
  expect(synthesised().template.Outputs.Next.Value).toBe('npm run invite');
  const { template } = synthesised(ALL_ON);
  expect(values(template)).toEqual(['Pages', 'PointYourNameAt', 'Table', 'MediaBucket', 'Next']);
  expect(template.Outputs.Pages.Value).toBe('https://quiz.example.org');
});

test('the template has no parameters of its own', () => {
  // CDK's bootstrap version has a default.
  expect(Object.keys(synthesised(ALL_ON).template.Parameters)).toEqual(['BootstrapVersion']);
});
