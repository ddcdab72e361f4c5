import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import * as v from 'valibot';

const Running = v.object({ origin: v.string(), token: v.string() });
/** How whoever may read the data directory reaches its server. */
export type RunningServer = v.InferOutput<typeof Running>;

const fileOf = (directory: string) => join(directory, 'running.json');

/** Of no use to anybody without the data directory, and new with every start. */
export const newToken = () => randomBytes(24).toString('base64url');

/** Where this machine reaches it. */
export function localOrigin(server: Server): string {
  const bound = server.address();
  if (typeof bound !== 'object' || bound === null) throw new Error('the server does not listen on a port');
  const address = bound.address === '::' ? '::1' : bound.address === '0.0.0.0' ? '127.0.0.1' : bound.address;
  return `http://${isIPv6(address) ? `[${address}]` : address}:${bound.port}`;
}

/** @returns takes it back */
export function announceRunning(directory: string, running: RunningServer): () => void {
  const file = fileOf(directory);
  writeFileSync(`${file}.part`, JSON.stringify(running), { mode: 0o600 });
  renameSync(`${file}.part`, file);
  return () => rmSync(file, { force: true });
}

/** Undefined: none that has said so. It may have been killed since. */
export function runningServer(directory: string): RunningServer | undefined {
  try {
    return v.parse(Running, JSON.parse(readFileSync(fileOf(directory), 'utf8')));
  } catch {
    return undefined;
  }
}
