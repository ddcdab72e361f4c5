// Serves pages as the template's CloudFront would.
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { Json } from '../aws/engine.ts';
import type { ImitatedS3 } from '../aws/s3.ts';
import type { Stack } from './template.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

function headersOf(stack: Stack, { ResponseHeadersPolicyId }: Json): Record<string, string> {
  const policy = stack.of('AWS::CloudFront::ResponseHeadersPolicy').find(({ id }) => id === ResponseHeadersPolicyId);
  const { ContentSecurityPolicy, ContentTypeOptions, ReferrerPolicy }: Json =
    policy!.Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig;
  return {
    'Content-Security-Policy': ContentSecurityPolicy.ContentSecurityPolicy,
    ...(ContentTypeOptions && { 'X-Content-Type-Options': 'nosniff' }),
    'Referrer-Policy': ReferrerPolicy.ReferrerPolicy,
  };
}

const configOf = (stack: Stack): Json => stack.of('AWS::CloudFront::Distribution')[0]!.Properties.DistributionConfig;
const mediaOf = (stack: Stack): Json => configOf(stack).CacheBehaviors.find(({ PathPattern }: Json) => PathPattern === 'media/*');

/** The bucket that stands behind `/media/`. */
export function mediaBucketOf(stack: Stack): string {
  const { DomainName } = configOf(stack).Origins.find(({ Id }: Json) => Id === mediaOf(stack).TargetOriginId);
  return stack.of('AWS::S3::Bucket').find(({ id }) => DomainName.startsWith(`${id.toLowerCase()}.`))!.id;
}

/**
 * The socket path belongs to the gateway.
 * @param objects of the bucket of hosts' files
 * @param s3 where it is posted to here
 */
export function cloudFront(stack: Stack, objects: ImitatedS3['objects'], s3: string): RequestListener {
  const { DefaultCacheBehavior, CustomErrorResponses }: Json = configOf(stack);
  const associated: string = DefaultCacheBehavior.FunctionAssociations[0].FunctionARN;
  const edge = stack.of('AWS::CloudFront::Function').find(({ id }) => associated.startsWith(id))!;
  const rewrite = runInNewContext(`${edge.Properties.FunctionCode}; handler`) as (event: Json) => Json;
  const folders = stack
    .of('Custom::CDKBucketDeployment')
    .flatMap(({ Properties }) => Properties.SourceObjectKeys.map((key: string) => stack.folderOf(key)));
  const local = (headers: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace(/https:\/\/\S+\.amazonaws\.com/, s3)]),
    );
  const [headers, mediaHeaders] = [local(headersOf(stack, DefaultCacheBehavior)), headersOf(stack, mediaOf(stack))];
  const notFound = CustomErrorResponses.find(({ ErrorCode }: Json) => ErrorCode === 404);
  const find = (uri: string) =>
    folders.map((folder) => join(folder, uri)).find((file) => existsSync(file) && statSync(file).isFile());

  return (req: IncomingMessage, res: ServerResponse) => {
    const { pathname } = new URL(req.url!, 'http://any');
    const media = /^\/media\//.test(pathname) && objects.get(pathname.slice(1));
    if (media) return void res.writeHead(200, { ...mediaHeaders, ...media.headers }).end(media.bytes);
    const { uri } = rewrite({ request: { uri: pathname } });
    const file = find(uri);
    const shown = file ?? find(notFound.ResponsePagePath)!;
    res.writeHead(file ? 200 : notFound.ResponseCode, {
      ...headers,
      'Content-Type': TYPES[extname(shown)] ?? 'application/octet-stream',
    });
    res.end(readFileSync(shown));
  };
}
