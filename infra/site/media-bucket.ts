import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { MEDIA_PREFIXES, UNNAMED } from '../../lambdas/aws/s3/media-keys.ts';
import type { Right } from '../backend/functions.ts';
import { suppressNag, wildcard } from '../settings/nag-suppressions.ts';
import type { Settings } from '../settings/settings.ts';

export interface MediaBucket {
  bucket: Bucket;
  /** Of the function that signs forms and takes files in. */
  rights: Right[];
  /** Of the function that lets go of what nothing names. */
  sweepRights: Right[];
  /** Of those rights, for cdk-nag. */
  wildcards: Record<string, string>;
}

/** Pictures and sounds of hosts; what no quiz names goes after a day. */
export function mediaBucket(scope: Construct, { keepData, domain }: Settings): MediaBucket {
  const bucket = new Bucket(scope, 'Media', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    // Each form is signed: this only lets pages read the status.
    cors: [
      {
        allowedMethods: [HttpMethods.POST],
        // The distribution's own name would need the bucket first.
        allowedOrigins: ['https://*.cloudfront.net', ...(domain ? [`https://${domain}`] : [])],
        allowedHeaders: ['*'],
      },
    ],
    lifecycleRules: [
      { prefix: MEDIA_PREFIXES.posted, expiration: Duration.days(1) },
      { prefix: MEDIA_PREFIXES.served, tagFilters: { [UNNAMED.tag]: UNNAMED.yes }, expiration: Duration.days(1) },
    ],
    removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    autoDeleteObjects: !keepData,
  });
  suppressNag(bucket, { 'AwsSolutions-S1': 'only CloudFront and one function read it: who saw which picture is kept nowhere' });
  const posted = bucket.arnForObjects(`${MEDIA_PREFIXES.posted}*`);
  const served = bucket.arnForObjects(`${MEDIA_PREFIXES.served}*`);
  const reason = 'files are named by their content; each form is for one of them';
  return {
    bucket,
    rights: [
      [
        ['s3:PutObject', 's3:GetObject'],
        [posted, served],
      ],
      [['s3:PutObjectTagging'], [served]],
      // Without it a missing file is told as a forbidden one.
      [['s3:ListBucket'], [bucket.bucketArn]],
    ],
    sweepRights: [
      [['s3:GetObjectTagging', 's3:PutObjectTagging'], [served]],
      [['s3:ListBucket'], [bucket.bucketArn]],
    ],
    wildcards: { [wildcard(scope, posted)]: reason, [wildcard(scope, served)]: reason },
  };
}
