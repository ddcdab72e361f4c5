// As much of S3 as media take, by HTTP: one bucket, path-style.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { postFault } from './s3-post-policy.ts';

interface StoredObject {
  bytes: Buffer;
  /** Those that S3 gives back. */
  headers: Record<string, string>;
  checksum: string | undefined;
  tags: Record<string, string>;
  /** Epoch ms. */
  at: number;
}

/** By ARN. */
type May = (action: string, resource: string) => boolean;

export interface ImitatedS3 {
  objects: Map<string, StoredObject>;
  /** As the stack's bucket answers its pages: https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html */
  preflight(res: ServerResponse): void;
  /** A browser's form, signed with one of the keys. */
  post(req: IncomingMessage, res: ServerResponse, may: (accessKey: string, ...asked: Parameters<May>) => boolean): Promise<void>;
  /** An SDK's request. */
  serve(req: IncomingMessage, res: ServerResponse, may: May): Promise<void>;
  /** Whether the request is for the bucket. */
  isFor(req: IncomingMessage): boolean;
}

const KEPT = ['content-type', 'cache-control'];
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64');

function fault(res: ServerResponse, status: number, code: string, message = code): void {
  res.writeHead(status, { 'Content-Type': 'application/xml', 'Access-Control-Allow-Origin': '*' });
  res.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`);
}

/** @param now epoch ms */
export function imitatedS3(
  bucket: string,
  { now = Date.now, secret = 'secret' }: { now?: () => number; secret?: string } = {},
): ImitatedS3 {
  const objects = new Map<string, StoredObject>();

  const arn = (key: string) => `arn:aws:s3:::${bucket}/${key}`;

  const post: ImitatedS3['post'] = async (req, res, may) => {
    const type = req.headers['content-type'] ?? '';
    const form = await new Response(new Uint8Array(await buffer(req)), { headers: { 'content-type': type } }).formData();
    const entries = [...form].map(([name, value]) => [name.toLowerCase(), value] as const);
    if (entries.at(-1)?.[0] !== 'file')
      return fault(res, 400, 'InvalidArgument', 'POST requires exactly one file upload per request.');
    const fields = new Map(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])));
    const file = form.get('file');
    const bytes = typeof file === 'string' || !file ? Buffer.from(file ?? '') : Buffer.from(await file.arrayBuffer());
    const found = postFault(fields, { bucket, size: bytes.length, now: now(), secret });
    if (found) return fault(res, found.status, found.code, found.message);
    const key = fields.get('key') ?? '';
    const [accessKey = ''] = (fields.get('x-amz-credential') ?? '').split('/');
    if (!may(accessKey, 's3:PutObject', arn(key))) return fault(res, 403, 'AccessDenied');
    const checksum = sha256(bytes);
    if (fields.get('x-amz-checksum-sha256') !== checksum) return fault(res, 400, 'BadDigest');
    const headers = Object.fromEntries(KEPT.flatMap((name) => (fields.has(name) ? [[name, fields.get(name)!]] : [])));
    objects.set(key, { bytes, headers, checksum, tags: {}, at: now() });
    res.writeHead(204, { 'Access-Control-Allow-Origin': '*' }).end();
  };

  function read(req: IncomingMessage, res: ServerResponse, object: StoredObject): void {
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '') ?? [];
    const { bytes, headers, checksum } = object;
    const part = from === undefined ? bytes : bytes.subarray(Number(from), Number(to) + 1);
    const sums = req.headers['x-amz-checksum-mode'] === 'ENABLED' && from === undefined && checksum;
    res.writeHead(from === undefined ? 200 : 206, {
      ...headers,
      'Content-Length': part.length,
      ...(sums && { 'x-amz-checksum-sha256': checksum }),
    });
    res.end(req.method === 'HEAD' ? undefined : part);
  }

  function list(res: ServerResponse, prefix: string): void {
    const found = [...objects].filter(([key]) => key.startsWith(prefix));
    const rows = found.map(
      ([key, { bytes, at }]) =>
        `<Contents><Key>${key}</Key><Size>${bytes.length}</Size><LastModified>${new Date(at).toISOString()}</LastModified></Contents>`,
    );
    res.writeHead(200, { 'Content-Type': 'application/xml' });
    res.end(`<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated>${rows.join('')}</ListBucketResult>`);
  }

  function tagsOf(res: ServerResponse, { tags }: StoredObject): void {
    const rows = Object.entries(tags).map(([name, value]) => `<Tag><Key>${name}</Key><Value>${value}</Value></Tag>`);
    res.writeHead(200, { 'Content-Type': 'application/xml' });
    res.end(`<?xml version="1.0"?><Tagging><TagSet>${rows.join('')}</TagSet></Tagging>`);
  }

  async function write(req: IncomingMessage, res: ServerResponse, key: string, may: May) {
    const source = String(req.headers['x-amz-copy-source'] ?? '').replace(`${bucket}/`, '');
    if (req.url?.includes('?tagging')) {
      const object = objects.get(key);
      if (!may('s3:PutObjectTagging', arn(key))) return fault(res, 403, 'AccessDenied');
      if (!object) return fault(res, 404, 'NoSuchKey');
      const xml = String(await buffer(req));
      object.tags = Object.fromEntries(
        [...xml.matchAll(/<Key>(.*?)<\/Key><Value>(.*?)<\/Value>/g)].map(([, name, value]) => [name, value]),
      );
      return void res.writeHead(200).end();
    }
    const tags = Object.fromEntries(new URLSearchParams(String(req.headers['x-amz-tagging'] ?? '')));
    const rights = [
      may('s3:GetObject', arn(source)),
      may('s3:PutObject', arn(key)),
      !Object.keys(tags).length || may('s3:PutObjectTagging', arn(key)),
    ];
    if (rights.includes(false)) return fault(res, 403, 'AccessDenied');
    const copied = objects.get(source);
    if (!copied) return fault(res, 404, 'NoSuchKey');
    objects.set(key, { ...copied, tags, at: now() });
    res.writeHead(200, { 'Content-Type': 'application/xml' });
    res.end('<?xml version="1.0"?><CopyObjectResult><ETag>"e"</ETag></CopyObjectResult>');
  }

  return {
    objects,
    post,
    preflight(res) {
      const allowed = { Origin: '*', Methods: 'POST', Headers: 'content-type' };
      res
        .writeHead(
          200,
          Object.fromEntries(Object.entries(allowed).map(([what, value]) => [`Access-Control-Allow-${what}`, value])),
        )
        .end();
    },
    isFor: ({ url = '' }) => url === `/${bucket}` || url.startsWith(`/${bucket}/`) || url.startsWith(`/${bucket}?`),
    async serve(req, res, may) {
      const key = decodeURIComponent(new URL(req.url ?? '', 'http://any').pathname.slice(bucket.length + 2));
      const { searchParams } = new URL(req.url ?? '', 'http://any');
      if (searchParams.get('list-type') === '2') {
        if (!may('s3:ListBucket', `arn:aws:s3:::${bucket}`)) return fault(res, 403, 'AccessDenied');
        return list(res, searchParams.get('prefix') ?? '');
      }
      if (req.method === 'PUT') return write(req, res, key, may);
      const object = objects.get(key);
      if (req.url?.includes('?tagging')) {
        if (!may('s3:GetObjectTagging', arn(key))) return fault(res, 403, 'AccessDenied');
        return object ? tagsOf(res, object) : fault(res, 404, 'NoSuchKey');
      }
      if (!may('s3:GetObject', arn(key))) return fault(res, 403, 'AccessDenied');
      // Who may not list is not told that there is nothing.
      if (!object)
        return may('s3:ListBucket', `arn:aws:s3:::${bucket}`) ? fault(res, 404, 'NoSuchKey') : fault(res, 403, 'AccessDenied');
      read(req, res, object);
    },
  };
}
