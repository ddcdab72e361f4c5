import type { IncomingMessage, ServerResponse } from 'node:http';
import send from 'send';
import { typeByEnding } from '../../game/media/media-file.ts';
import { MEDIA_HEADERS } from '../../web/pages/headers.ts';

/** Folders of what is served, by the first part of the address. */
type Places = Readonly<Record<string, (file: string) => string | undefined>>;

/** @returns false: no such file */
export function serveMedia(places: Places, req: IncomingMessage, res: ServerResponse): boolean {
  const [, place = '', file = ''] = /^\/(\w+)\/([\w.]+)(\?|$)/.exec(req.url ?? '') ?? [];
  const [root, type] = [Object.hasOwn(places, place) && places[place]?.(file), typeByEnding(file)];
  if (!root || !type || (req.method !== 'GET' && req.method !== 'HEAD')) return false;
  for (const [name, value] of Object.entries(MEDIA_HEADERS)) res.setHeader(name, value);
  res.setHeader('Content-Type', type).setHeader('ETag', `"${file}"`);
  send(req, file, { root, cacheControl: false, lastModified: false })
    .on('error', ({ status = 500, headers = {} }) => {
      res.removeHeader('Cache-Control');
      res.writeHead(status, headers).end();
    })
    .pipe(res);
  return true;
}
