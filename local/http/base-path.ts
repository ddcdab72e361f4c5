import type { IncomingMessage, Server } from 'node:http';

/** With slashes at both ends. */
export const basePath = ({ pathname }: URL): string => pathname.replace(/\/*$/, '/');

/** As people type it: `quiz.example.org/some/path`. */
export const withoutScheme = (url: URL): string => url.host + basePath(url).slice(0, -1);

/**
 * Takes the public address's path off each request, for proxies that leave it there.
 * @param base with slashes at both ends
 */
export function stripBasePath(server: Server, base: string): void {
  if (base === '/') return;
  const strip = (req: IncomingMessage) => {
    if (req.url?.startsWith(base)) req.url = req.url.slice(base.length - 1);
    else if (req.url === base.slice(0, -1)) req.url = '/';
  };
  server.prependListener('request', strip);
  server.prependListener('upgrade', strip);
}
