import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { TABLE } from '../../lambdas/aws/dynamodb/table.ts';
import { brakesOf } from '../settings/brakes.ts';
import { type Settings, WARM, warmReads } from '../settings/settings.ts';

const key = (name: string) => ({ name, type: AttributeType.STRING });

export function quizTable(scope: Construct, settings: Settings): TableV2 {
  const { keepData, warmWrites } = settings;
  const { writes: maxWriteRequestUnits, reads: maxReadRequestUnits } = brakesOf(settings);
  // AWS refuses to lower it.
  const isWarm = warmWrites > WARM.writes.usual;
  return new TableV2(scope, 'Data', {
    partitionKey: key(TABLE.pk),
    sortKey: key(TABLE.sk),
    timeToLiveAttribute: TABLE.ttl,
    globalSecondaryIndexes: [
      {
        indexName: TABLE.index.name,
        partitionKey: key(TABLE.index.pk),
        projectionType: ProjectionType.KEYS_ONLY,
        maxWriteRequestUnits,
        maxReadRequestUnits,
        // A cold index holds up its table's writes.
        ...(isWarm && { warmThroughput: { writeUnitsPerSecond: warmWrites } }),
      },
    ],
    ...(isWarm && { warmThroughput: { readUnitsPerSecond: warmReads(warmWrites), writeUnitsPerSecond: warmWrites } }),
    billing: Billing.onDemand({ maxWriteRequestUnits, maxReadRequestUnits }),
    encryption: TableEncryptionV2.dynamoOwnedKey(),
    removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    deletionProtection: keepData,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: keepData },
  });
}
