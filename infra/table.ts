// The one table, from the key names that the store uses.
import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { TABLE } from '../lambdas/aws/table.ts';
import type { Settings } from './settings.ts';

const key = (name: string) => ({ name, type: AttributeType.STRING });

export function quizTable(scope: Construct, { keepData }: Settings): TableV2 {
  return new TableV2(scope, 'Data', {
    partitionKey: key(TABLE.pk),
    sortKey: key(TABLE.sk),
    timeToLiveAttribute: TABLE.ttl,
    globalSecondaryIndexes: [
      { indexName: TABLE.index.name, partitionKey: key(TABLE.index.pk), projectionType: ProjectionType.KEYS_ONLY },
    ],
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.dynamoOwnedKey(),
    removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    deletionProtection: keepData,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: keepData },
  });
}
