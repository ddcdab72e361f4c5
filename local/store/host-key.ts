import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Made once, so that a bookmarked host link survives a restart. */
export function hostKey(directory: string): string {
  const file = join(directory, 'host-key');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(16).toString('base64url')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
