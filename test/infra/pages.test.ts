// Addresses and headers of the pages.
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../web/pages/headers.ts';
import type { Json } from '../aws/engine.ts';
import { ALL_ON, plain, type Synthesised, synthesised } from './synthesised.ts';

const distribution = (stack: Synthesised): Json => stack.one('AWS::CloudFront::Distribution').DistributionConfig;
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
    expect(stack.one('AWS::CloudFront::ResponseHeadersPolicy').ResponseHeadersPolicyConfig.SecurityHeadersConfig).toEqual({
      ContentSecurityPolicy: { ContentSecurityPolicy: CONTENT_SECURITY_POLICY, ...override },
      ContentTypeOptions: override,
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', ...override },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 365 * 24 * 3600, ...override },
    });
  });

  test('forwards /socket to the API uncached, without the viewer’s host header', () => {
    const stack = synthesised();
    const [socket, ...others] = distribution(stack).CacheBehaviors;
    expect(others).toEqual([]);
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
    const { WebACLId, CacheBehaviors } = distribution(stack);
    expect(WebACLId).toBe(ALL_ON.webAclArn);
    const connect = stack.of('AWS::Lambda::Function').find(({ Properties }) => Properties.Description === 'Quizcast: connect')!;
    const { ORIGIN_SECRET } = connect.Properties.Environment.Variables;
    // CloudFormation resolves the secret when it deploys.
    expect(ORIGIN_SECRET).toBe('a-secret-of-the-rehearsal');
    expect(origin(stack, CacheBehaviors[0].TargetOriginId).OriginCustomHeaders).toEqual([
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

describe('the bucket', () => {
  test('is private', () => {
    expect(synthesised().one('AWS::S3::Bucket').PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
  });

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
