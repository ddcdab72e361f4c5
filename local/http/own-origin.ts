import type { IncomingMessage, ServerResponse } from 'node:http';

export type IsOwnOrigin = (origin: string, hostHeader: string) => boolean;

/** Either scheme: a proxy may speak TLS. */
function sameHost(origin: string, hostHeader: string): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.host === hostHeader && url.origin === origin;
}

/** @param url the public address where a proxy stands before the server */
export const ownOrigin =
  (url: URL | undefined, onForeign: (origin: string) => void = () => {}): IsOwnOrigin =>
  (origin, hostHeader) => {
    const own = origin === url?.origin || sameHost(origin, hostHeader);
    if (!own) onForeign(origin);
    return own;
  };

/** Pages cannot see why a handshake was refused: they ask. @returns false: something else was asked */
export function tellOrigin(isOwn: IsOwnOrigin, { url = '', headers }: IncomingMessage, res: ServerResponse): boolean {
  const [, origin] = /^\/socket\?origin=(.+)/.exec(url) ?? [];
  if (origin === undefined) return false;
  if (isOwn(origin, headers.host ?? '')) res.writeHead(204).end();
  else res.writeHead(421, { 'Content-Type': 'text/plain' }).end('This server takes no pages of that origin.');
  return true;
}
