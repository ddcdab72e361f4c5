// Serves pages as the template's CloudFront would.
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { Json } from '../aws/engine.ts';
import type { Stack } from './template.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

function headersOf(stack: Stack): Record<string, string> {
  const [policy] = stack.of('AWS::CloudFront::ResponseHeadersPolicy');
  const { ContentSecurityPolicy, ContentTypeOptions, ReferrerPolicy }: Json =
    policy!.Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig;
  return {
    'Content-Security-Policy': ContentSecurityPolicy.ContentSecurityPolicy,
    ...(ContentTypeOptions && { 'X-Content-Type-Options': 'nosniff' }),
    'Referrer-Policy': ReferrerPolicy.ReferrerPolicy,
  };
}

/** The socket path belongs to the gateway. */
export function cloudFront(stack: Stack): RequestListener {
  const [distribution] = stack.of('AWS::CloudFront::Distribution');
  const { DefaultCacheBehavior, CustomErrorResponses }: Json = distribution!.Properties.DistributionConfig;
  const associated: string = DefaultCacheBehavior.FunctionAssociations[0].FunctionARN;
  const edge = stack.of('AWS::CloudFront::Function').find(({ id }) => associated.startsWith(id))!;
  const rewrite = runInNewContext(`${edge.Properties.FunctionCode}; handler`) as (event: Json) => Json;
  const folders = stack
    .of('Custom::CDKBucketDeployment')
    .flatMap(({ Properties }) => Properties.SourceObjectKeys.map((key: string) => stack.folderOf(key)));
  const headers = headersOf(stack);
  const notFound = CustomErrorResponses.find(({ ErrorCode }: Json) => ErrorCode === 404);
  const find = (uri: string) =>
    folders.map((folder) => join(folder, uri)).find((file) => existsSync(file) && statSync(file).isFile());

  return (req: IncomingMessage, res: ServerResponse) => {
    const { uri } = rewrite({ request: { uri: new URL(req.url!, 'http://any').pathname } });
    const file = find(uri);
    const shown = file ?? find(notFound.ResponsePagePath)!;
    res.writeHead(file ? 200 : notFound.ResponseCode, {
      ...headers,
      'Content-Type': TYPES[extname(shown)] ?? 'application/octet-stream',
    });
    res.end(readFileSync(shown));
  };
}
