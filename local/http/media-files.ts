import type { IncomingMessage, ServerResponse } from 'node:http';
import send from 'send';
import { mediaTypeOf } from '../../game/media/media-file.ts';
import { MEDIA_HEADERS } from '../../web/pages/headers.ts';
import type { MediaFolder } from '../media/media-folder.ts';

/** @returns false: no such file */
export function serveMedia({ folderOf }: Pick<MediaFolder, 'folderOf'>, req: IncomingMessage, res: ServerResponse): boolean {
  const [, file = ''] = /^\/media\/([\w.]+)(\?|$)/.exec(req.url ?? '') ?? [];
  const [root, type] = [folderOf(file), mediaTypeOf(file)];
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
