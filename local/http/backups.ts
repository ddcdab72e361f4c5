import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { archiveOf, NoRoom } from '../backup/data-archive.ts';
import { announceRunning, localOrigin, newToken } from '../backup/running-server.ts';
import type { Journal } from '../store/journal.ts';

/** Whoever asked for it. */
const hasLeft = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
const digest = (text: string) => hash('sha256', text, 'buffer');

/**
 * `POST /backup`, one at a time, for whoever can read the data directory; to others there is no such page.
 * Ends with the server.
 */
export function takeBackups(directory: string, journal: Journal, onFault: (error: unknown, requestId: string) => void) {
  const token = newToken();
  let leave = () => {};
  const ending = new AbortController();
  let running: Promise<void> | undefined;

  async function send(res: ServerResponse): Promise<void> {
    // A copy of a large database takes longer than a silent socket has.
    res.socket?.setTimeout(0);
    const chunks = archiveOf(directory, journal, ending.signal);
    try {
      const first = await chunks.next();
      res.writeHead(200, { 'Content-Type': 'application/x-tar' });
      if (!first.done) res.write(first.value);
      await pipeline(Readable.from(chunks, { objectMode: false }), res);
    } catch (error) {
      await chunks.return(undefined);
      if (error instanceof NoRoom) return void res.writeHead(507).end();
      res.destroy();
      if (!ending.signal.aborted && !hasLeft(error)) onFault(error, 'backup');
    }
  }

  return {
    /** @returns false: something else was asked */
    handle({ url, method, headers }: IncomingMessage, res: ServerResponse): boolean {
      if (url !== '/backup' || method !== 'POST') return false;
      if (!timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))) return false;
      if (running || ending.signal.aborted) res.writeHead(409).end();
      else
        running = send(res).finally(() => {
          running = undefined;
        });
      return true;
    },
    /** Once it listens. */
    announce(server: Server): void {
      leave = announceRunning(directory, { origin: localOrigin(server), token });
    },
    /** Ends the one that runs. */
    async close(): Promise<void> {
      ending.abort();
      await running;
      leave();
    },
  };
}
