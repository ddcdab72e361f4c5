import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The host key of a data directory: made once, so that a bookmarked host link outlives a restart. Only its owner may read the file. */
export function hostKey(directory: string): string {
  const file = join(directory, 'host-key');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(16).toString('base64url')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
