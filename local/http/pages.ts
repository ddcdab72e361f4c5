import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { basename, extname } from 'node:path';
import sirv from 'sirv';
import { CONTENT_SECURITY_POLICY } from '../../web/pages/headers.ts';

const PICTURE_TYPES: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
};

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

const FOR_EVER = 'public, max-age=31536000, immutable';

function page(path: string): string | undefined {
  if (path === '/' || /^\/\d{6}$/.test(path)) return '/player.html';
  return path === '/host' ? '/host.html' : undefined;
}

/**
 * `/` and `/123456` are the player's page, `/host` the host's.
 * @param pictures files by content name
 */
export function servePages(folder: string, pictures: ReadonlyMap<string, string>): RequestListener {
  const built = sirv(folder, {
    etag: true,
    setHeaders: (res: ServerResponse, path: string) =>
      res.setHeader('Cache-Control', path.endsWith('.html') ? 'no-cache' : FOR_EVER),
  });
  return (req: IncomingMessage, res: ServerResponse) => {
    for (const [name, value] of Object.entries(HEADERS)) res.setHeader(name, value);
    const [path = '/'] = (req.url ?? '/').split('?', 1);
    if (req.method !== 'GET' && req.method !== 'HEAD') return void res.writeHead(405, { Allow: 'GET, HEAD' }).end();
    if (path.startsWith('/pictures/')) return picture(pictures.get(basename(path)), req, res);
    const file = page(path);
    if (file) req.url = file;
    built(req, res, () => {
      res.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('There is nothing here. Quizcast is at /');
    });
  };
}

function picture(file: string | undefined, req: IncomingMessage, res: ServerResponse): void {
  if (!file) return void res.writeHead(404).end();
  const bytes = readFileSync(file);
  res.writeHead(200, {
    'Content-Type': PICTURE_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Cache-Control': FOR_EVER,
  });
  res.end(req.method === 'HEAD' ? undefined : bytes);
}
