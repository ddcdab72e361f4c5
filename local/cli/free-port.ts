import { once } from 'node:events';
import { createServer } from 'node:net';

const MOST_TRIED = 50;

async function isFree(port: number, host: string | undefined): Promise<boolean> {
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    // What else is wrong shows when the server starts.
    return !(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE');
  } finally {
    server.close();
  }
}

/** The first that no other program has; `from` itself if they have them all. */
export async function freePort(from: number, host: string | undefined): Promise<number> {
  for (let port = from; port < from + MOST_TRIED; port++) if (await isFree(port, host)) return port;
  return from;
}
