import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { MEDIA_PREFIXES } from '../../lambdas/aws/s3/media-keys.ts';
import { contentSecurityPolicy, MEDIA_HEADERS } from '../../web/pages/headers.ts';
import { pagePath } from '../../web/pages/page-path.ts';
import { STAGE } from '../backend/gateway.ts';
import { suppressNag } from '../settings/nag-suppressions.ts';
import type { Settings } from '../settings/settings.ts';
import { NOT_FOUND } from './site-assets.ts';
import { siteBucket } from './site-bucket.ts';
import { deploySite } from './site-deployment.ts';

interface SiteOrigins {
  /** Space-separated. */
  origins: string;
  /** `x-origin-secret`, or empty. */
  originSecret: string;
  distribution: Distribution;
}

/** In CloudFront's JavaScript. */
const ADDRESSES = `${pagePath}
function handler(event) {
  event.request.uri = pagePath(event.request.uri);
  return event.request;
}`;

const YEAR = Duration.days(365);

export function siteDistribution(scope: Construct, settings: Settings, api: string, media: Bucket, site: string): SiteOrigins {
  const { webAclArn, domain, certificateArn } = settings;
  const bucket = siteBucket(scope);
  // Nobody else can pass the web ACL.
  const secret =
    webAclArn === ''
      ? undefined
      : new Secret(scope, 'OriginSecret', {
          generateSecretString: { excludePunctuation: true, passwordLength: 40 },
          removalPolicy: RemovalPolicy.DESTROY,
        });
  if (secret)
    suppressNag(secret, {
      'AwsSolutions-SMG4': 'a new value would have to reach CloudFront and the function at one instant: a deployment',
    });
  const originSecret = secret?.secretValue.unsafeUnwrap() ?? '';

  // CloudFront's names are the account's: of each stack and region its own.
  const { stackName, region } = Stack.of(scope);
  const headers = new ResponseHeadersPolicy(scope, 'Headers', {
    responseHeadersPolicyName: `${stackName}-${region}-headers`,
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: contentSecurityPolicy(`https://${media.bucketRegionalDomainName}`),
        override: true,
      },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: YEAR, override: true },
    },
  });
  const shown = new ResponseHeadersPolicy(scope, 'MediaHeaders', {
    responseHeadersPolicyName: `${stackName}-${region}-media-headers`,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: MEDIA_HEADERS['Content-Security-Policy'], override: true },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
    },
  });
  const addresses = new EdgeFunction(scope, 'Addresses', {
    functionName: `${stackName}-${region}-addresses`,
    code: FunctionCode.fromInline(ADDRESSES),
    runtime: FunctionRuntime.JS_2_0,
  });
  const distribution = new Distribution(scope, 'Distribution', {
    comment: 'Quizcast',
    defaultRootObject: 'player.html',
    defaultBehavior: {
      // Listing makes a missing file a 404.
      origin: S3BucketOrigin.withOriginAccessControl(bucket, {
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
        originAccessControl: new S3OriginAccessControl(scope, 'BucketAccess', {
          originAccessControlName: `${stackName}-${region}-bucket`,
        }),
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: headers,
      functionAssociations: [{ function: addresses, eventType: FunctionEventType.VIEWER_REQUEST }],
      compress: true,
    },
    additionalBehaviors: {
      [`${MEDIA_PREFIXES.served}*`]: {
        origin: S3BucketOrigin.withOriginAccessControl(media, {
          originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
          originAccessControl: new S3OriginAccessControl(scope, 'MediaAccess', {
            originAccessControlName: `${stackName}-${region}-media`,
          }),
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        responseHeadersPolicy: shown,
      },
      [STAGE]: {
        origin: new HttpOrigin(api, {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          ...(secret && { customHeaders: { 'x-origin-secret': originSecret } }),
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // API Gateway refuses other host names (403).
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
    },
    errorResponses: [{ httpStatus: 404, responsePagePath: `/${NOT_FOUND}`, responseHttpStatus: 404, ttl: Duration.minutes(1) }],
    httpVersion: HttpVersion.HTTP2_AND_3,
    ...(webAclArn && { webAclId: webAclArn }),
    ...(domain && {
      domainNames: [domain],
      certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    }),
  });
  suppressNag(distribution, {
    'AwsSolutions-CFR1': 'a quiz is played wherever its players are',
    'AwsSolutions-CFR2': 'a web ACL has a price of its own: the setting webAclArn puts one in front',
    'AwsSolutions-CFR3': "addresses of players are nobody's business",
    'AwsSolutions-CFR4': "with CloudFront's own name the lowest TLS is CloudFront's choice; with the setting domain it is 1.2",
    '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk': 'there is a default root object: nothing is listed',
  });

  deploySite(scope, site, bucket, distribution);

  const own = `https://${distribution.distributionDomainName}`;
  const address = domain === '' ? own : `https://${domain}`;
  new CfnOutput(scope, 'Pages', { value: address, description: 'Where players go; the host link begins so too' });
  if (domain) new CfnOutput(scope, 'PointYourNameAt', { value: distribution.distributionDomainName });
  return { origins: domain === '' ? own : `${address} ${own}`, originSecret, distribution };
}
