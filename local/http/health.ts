import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Journal } from '../store/journal.ts';

/** Whoever asks often gets the same answer: each check is a flush. */
const FRESH_MS = 1000;
const PATIENCE_MS = 5000;

/** Removing what is not there goes the way of every write, and leaves nothing. */
async function canWrite(journal: Journal, patienceMs: number): Promise<boolean> {
  journal.put('HEALTH', '', undefined);
  let waiting: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    waiting = setTimeout(resolve, patienceMs, false);
  });
  try {
    return await Promise.race([journal.written().then(() => true), late]);
  } finally {
    clearTimeout(waiting);
  }
}

/**
 * `GET /health`: whether a write reaches the disk; nothing about rooms.
 * @param now ms
 * @returns false: something else was asked
 */
export function healthOf(journal: Journal, version: string, now: () => number, patienceMs = PATIENCE_MS) {
  let last: { at: number; result: Promise<boolean> } | undefined;
  return ({ url, method }: IncomingMessage, res: ServerResponse): boolean => {
    if (url !== '/health' || (method !== 'GET' && method !== 'HEAD')) return false;
    if (!last || now() - last.at >= FRESH_MS) last = { at: now(), result: canWrite(journal, patienceMs) };
    void last.result.then((writable) => {
      res.writeHead(writable ? 200 : 503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
      res.end(`${JSON.stringify({ status: writable ? 'ok' : 'failing', version })}\n`);
    });
    return true;
  };
}
