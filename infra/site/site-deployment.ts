import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { LOGS_KEPT } from '../backend/functions.ts';
import { suppressNag, wildcard } from '../settings/nag-suppressions.ts';

export function deploySite(scope: Construct, site: string, bucket: Bucket, distribution: Distribution): void {
  const logGroup = new LogGroup(scope, 'UploadLog', { retention: LOGS_KEPT, removalPolicy: RemovalPolicy.DESTROY });
  // Open pages need their old files.
  const deployed = { sources: [Source.asset(site)], destinationBucket: bucket, prune: false, logGroup };
  const files = new BucketDeployment(scope, 'Files', {
    ...deployed,
    exclude: ['*.html'],
    cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
  });
  const html = new BucketDeployment(scope, 'Html', {
    ...deployed,
    exclude: ['*'],
    include: ['*.html'],
    cacheControl: [CacheControl.noCache()],
    distribution,
    distributionPaths: ['/*'],
    // It may take a quarter of an hour, and pages are asked for again anyway.
    waitForDistributionInvalidation: false,
  });
  // Pages last: their files must exist.
  html.node.addDependency(files);

  const cdks = "CDK's own function: it runs at a deployment only, and its rights are written by CDK";
  const { scope: handler = files } = files.handlerRole.node;
  suppressNag(handler, {
    'AwsSolutions-L1': cdks,
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]': cdks,
    'AwsSolutions-IAM5[Action::s3:Abort*]': cdks,
    'AwsSolutions-IAM5[Action::s3:DeleteObject*]': cdks,
    'AwsSolutions-IAM5[Action::s3:GetBucket*]': cdks,
    'AwsSolutions-IAM5[Action::s3:GetObject*]': cdks,
    'AwsSolutions-IAM5[Action::s3:List*]': cdks,
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*]': cdks,
    [wildcard(scope, bucket.arnForObjects('*'))]: cdks,
    'AwsSolutions-IAM5[Resource::*]': cdks,
  });
}
