// Addresses and headers of the pages.
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../web/pages/headers.ts';
import type { Json } from '../aws/engine.ts';
import { ALL_ON, plain, type Synthesised, synthesised } from './synthesised.ts';

const distribution = (stack: Synthesised): Json => stack.one('AWS::CloudFront::Distribution').DistributionConfig;
const behavior = (stack: Synthesised, path: string): Json =>
  distribution(stack).CacheBehaviors.find(({ PathPattern }: Json) => PathPattern === path);
const headersOf = (stack: Synthesised, { ResponseHeadersPolicyId }: Json): Json =>
  stack.of('AWS::CloudFront::ResponseHeadersPolicy').find(({ id }) => id === ResponseHeadersPolicyId)!.Properties
    .ResponseHeadersPolicyConfig.SecurityHeadersConfig;
const bucket = (stack: Synthesised, name: string): Json =>
  stack.of('AWS::S3::Bucket').find(({ id }) => plain(id) === name)!.Properties;
const origin = (stack: Synthesised, id: string): Json => distribution(stack).Origins.find(({ Id }: Json) => Id === id);
/** CloudFront's managed policies. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_VIEWER_EXCEPT_HOST_HEADER = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

describe('the addresses', () => {
  let code: string;
  beforeAll(() => {
    code = synthesised().one('AWS::CloudFront::Function').FunctionCode;
  });

  test.each([
    ['/', '/player.html'],
    ['/123456', '/player.html'],
    ['/host', '/host.html'],
    ['/player-ABCD.js', '/player-ABCD.js'],
    ['/482915/', '/player.html'],
    ['/482%20915', '/player.html'],
    ['/%D9%A4%D9%A8%D9%A2%D9%A9%D9%A1%D9%A5', '/player.html'],
    ['/Host', '/host.html'],
    ['/host/', '/host.html'],
    ['/hosts', '/hosts'],
    ['/%', '/%'],
    ['/pictures/123456', '/pictures/123456'],
  ])('%s shows %s', (uri, file) => {
    expect(runInNewContext(`${code}; handler({ request: { uri } }).uri`, { uri })).toBe(file);
  });
});

describe('CloudFront', () => {
  test('serves pages over https with the local server’s headers', () => {
    const stack = synthesised();
    const { ViewerProtocolPolicy, ResponseHeadersPolicyId, FunctionAssociations, TargetOriginId, Compress } =
      distribution(stack).DefaultCacheBehavior;
    expect([ViewerProtocolPolicy, plain(ResponseHeadersPolicyId), FunctionAssociations[0].EventType, Compress]).toEqual([
      'redirect-to-https',
      'Headers',
      'viewer-request',
      true,
    ]);
    expect(origin(stack, TargetOriginId).OriginAccessControlId).toMatch(/^BucketAccess/);
    const override = { Override: true };
    const [{ id: media } = { id: '' }] = stack.of('AWS::S3::Bucket').filter(({ id }) => plain(id) === 'Media');
    const uploads = `https://${media.toLowerCase()}.s3.us-east-1.amazonaws.com`;
    expect(headersOf(stack, distribution(stack).DefaultCacheBehavior)).toEqual({
      ContentSecurityPolicy: { ContentSecurityPolicy: contentSecurityPolicy(uploads), ...override },
      ContentTypeOptions: override,
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', ...override },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 365 * 24 * 3600, ...override },
    });
  });

  test('forwards /socket to the API uncached, without the viewer’s host header', () => {
    const stack = synthesised();
    expect(distribution(stack).CacheBehaviors.map(({ PathPattern }: Json) => PathPattern)).toEqual(['media/*', 'socket']);
    const socket = behavior(stack, 'socket');
    expect([socket.PathPattern, socket.ViewerProtocolPolicy, socket.CachePolicyId, socket.OriginRequestPolicyId]).toEqual([
      'socket',
      'https-only',
      CACHING_DISABLED,
      ALL_VIEWER_EXCEPT_HOST_HEADER,
    ]);
    const { DomainName, OriginPath = '', CustomOriginConfig, OriginCustomHeaders = [] } = origin(stack, socket.TargetOriginId);
    expect([plain(DomainName), OriginPath, CustomOriginConfig.OriginProtocolPolicy, OriginCustomHeaders]).toEqual([
      'Api.execute-api.us-east-1.amazonaws.com',
      '',
      'https-only',
      [],
    ]);
  });

  test('answers unknown addresses with 404 and plain text', () => {
    expect(distribution(synthesised()).CustomErrorResponses).toEqual([
      { ErrorCode: 404, ResponseCode: 404, ResponsePagePath: '/not-found.txt', ErrorCachingMinTTL: 60 },
    ]);
  });

  test('sends the origin secret that the API requires with a web ACL', () => {
    const stack = synthesised(ALL_ON);
    const { WebACLId } = distribution(stack);
    expect(WebACLId).toBe(ALL_ON.webAclArn);
    const connect = stack.of('AWS::Lambda::Function').find(({ Properties }) => Properties.Description === 'Quizcast: connect')!;
    const { ORIGIN_SECRET } = connect.Properties.Environment.Variables;
    // CloudFormation resolves the secret when it deploys.
    expect(ORIGIN_SECRET).toBe('a-secret-of-the-rehearsal');
    expect(origin(stack, behavior(stack, 'socket').TargetOriginId).OriginCustomHeaders).toEqual([
      { HeaderName: 'x-origin-secret', HeaderValue: ORIGIN_SECRET },
    ]);
  });

  test('serves a custom domain, and allows its origin', () => {
    const stack = synthesised(ALL_ON);
    const { Aliases, ViewerCertificate } = distribution(stack);
    expect(Aliases).toEqual([ALL_ON.domain]);
    expect(ViewerCertificate).toEqual({
      AcmCertificateArn: ALL_ON.certificateArn,
      MinimumProtocolVersion: 'TLSv1.2_2021',
      SslSupportMethod: 'sni-only',
    });
    const connect = stack.of('AWS::Lambda::Function').find(({ Properties }) => Properties.Description === 'Quizcast: connect')!;
    expect(connect.Properties.Environment.Variables.ORIGINS).toMatch(
      /^https:\/\/quiz\.example\.org https:\/\/distribution\w+\.cloudfront\.net$/,
    );
  });
});

test.each(['Site', 'Media'])('the bucket %s is private', (name) => {
  expect(bucket(synthesised(), name).PublicAccessBlockConfiguration).toEqual({
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  });
});

describe('hosts’ files', () => {
  test('are served under their path alone, and may do nothing there', () => {
    const stack = synthesised();
    const media = behavior(stack, 'media/*');
    expect([media.ViewerProtocolPolicy, plain(origin(stack, media.TargetOriginId).DomainName)]).toEqual([
      'https-only',
      expect.stringMatching(/^media\w+\.s3\.us-east-1\.amazonaws\.com$/),
    ]);
    expect(origin(stack, media.TargetOriginId).OriginAccessControlId).toMatch(/^MediaAccess/);
    expect(headersOf(stack, media)).toEqual({
      ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'; sandbox", Override: true },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
    });
  });

  test('go after a day if they were only posted, or if no quiz names them', () => {
    expect(bucket(synthesised(), 'Media').LifecycleConfiguration.Rules).toEqual([
      { ExpirationInDays: 1, Prefix: 'new/', Status: 'Enabled' },
      { ExpirationInDays: 1, Prefix: 'media/', TagFilters: [{ Key: 'unnamed', Value: 'yes' }], Status: 'Enabled' },
    ]);
  });

  test('are posted by the pages’ own origins', () => {
    const origins = (context: Json) => bucket(synthesised(context), 'Media').CorsConfiguration.CorsRules;
    const rule = (...AllowedOrigins: string[]) => [{ AllowedHeaders: ['*'], AllowedMethods: ['POST'], AllowedOrigins }];
    expect([origins({}), origins(ALL_ON)]).toEqual([
      rule('https://*.cloudfront.net'),
      rule('https://*.cloudfront.net', 'https://quiz.example.org'),
    ]);
  });
});

describe('the bucket of the pages', () => {
  test('gets immutable files first, then the uncached pages', () => {
    const { template, of } = synthesised();
    const uploads = of('Custom::CDKBucketDeployment').map(({ id, Properties }) => {
      const { Exclude, Include, Prune, SystemMetadata, DistributionPaths } = Properties;
      const after = [template.Resources[id].DependsOn ?? []].flat().filter((name: string) => /^Files.*CustomResource/.test(name));
      return { Exclude, Include, Prune, SystemMetadata, DistributionPaths, after: after.map(() => 'Files') };
    });
    const cached = 'public, max-age=31536000, immutable';
    expect(uploads).toEqual([
      { Exclude: ['*.html'], Prune: false, SystemMetadata: { 'cache-control': cached }, after: [] },
      {
        Exclude: ['*'],
        Include: ['*.html'],
        Prune: false,
        SystemMetadata: { 'cache-control': 'no-cache' },
        DistributionPaths: ['/*'],
        after: ['Files'],
      },
    ]);
  });
});
