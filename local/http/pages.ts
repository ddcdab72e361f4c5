import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { lookup } from 'mrmime';
import { CONTENT_SECURITY_POLICY } from '../../web/pages/headers.ts';
import { pagePath } from '../../web/pages/page-path.ts';

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // Whole files only: the largest is a picture.
  'Accept-Ranges': 'none',
};

interface HeldFile {
  bytes: Buffer;
  headers: Record<string, string> & { ETag: string };
}

function held(name: string, bytes: Buffer): HeldFile {
  const type = lookup(name) ?? 'application/octet-stream';
  const headers = {
    'Content-Type': /^text|javascript|json/.test(type) ? `${type}; charset=utf-8` : type,
    // Pages keep their name; other names follow the content.
    'Cache-Control': type === 'text/html' ? 'no-cache' : 'public, max-age=31536000, immutable',
    ETag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
  };
  return { bytes, headers };
}

/** Pages find everything from their base. */
const withBase = (base: string, name: string, bytes: Buffer) =>
  name.endsWith('.html') ? Buffer.from(bytes.toString().replace('<base href="/">', () => `<base href="${base}">`)) : bytes;

const filesIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [[entry.name, readFileSync(join(folder, entry.name))] as const] : [],
  );

/**
 * Reads all files now: later changes break no request.
 * @param pages a folder, or its files by name
 * @param base path of the public address, with slashes at both ends
 */
export function servePages(
  pages: string | ReadonlyMap<string, Buffer>,
  pictures: ReadonlyMap<string, Buffer>,
  base = '/',
): RequestListener {
  const given = typeof pages === 'string' ? filesIn(pages) : [...pages];
  const files = new Map<string, HeldFile>([
    ...given.map(([name, bytes]) => [`/${name}`, held(name, withBase(base, name, bytes))] as const),
    ...[...pictures].map(([name, bytes]) => [`/pictures/${name}`, held(name, bytes)] as const),
  ]);
  return (req, res) => {
    for (const [name, value] of Object.entries(HEADERS)) res.setHeader(name, value);
    if (req.method !== 'GET' && req.method !== 'HEAD') return void res.writeHead(405, { Allow: 'GET, HEAD' }).end();
    const [path = '/'] = (req.url ?? '/').split(/[?#]/, 1);
    const file = files.get(pagePath(path));
    if (!file) {
      res.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      return void res.end('There is nothing here. Quizcast is at /');
    }
    if (req.headers['if-none-match']?.includes(file.headers.ETag)) return void res.writeHead(304, file.headers).end();
    res.writeHead(200, { ...file.headers, 'Content-Length': file.bytes.length });
    res.end(file.bytes);
  };
}
