import { CfnResource, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { LOGS_KEPT } from '../backend/functions.ts';
import { suppressNag } from '../settings/nag-suppressions.ts';

export function siteBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, 'Site', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.DESTROY,
    autoDeleteObjects: true,
  });
  suppressNag(bucket, {
    'AwsSolutions-S1': 'public pages that only CloudFront reads: who read what is no secret worth a second bucket',
  });

  // CDK's emptying function leaves its log behind.
  const log = new LogGroup(scope, 'EmptyingLog', { retention: LOGS_KEPT, removalPolicy: RemovalPolicy.DESTROY });
  const emptying = Stack.of(scope).node.findChild('Custom::S3AutoDeleteObjectsCustomResourceProvider');
  const handler = emptying.node.findChild('Handler');
  if (!CfnResource.isCfnResource(handler)) throw new Error('CDK empties the bucket by another resource');
  handler.addPropertyOverride('LoggingConfig.LogGroup', log.logGroupName);
  return bucket;
}
