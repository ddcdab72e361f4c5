import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Never replaced in silence: bookmarked host links would end. */
export class DamagedKey extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`damaged: ${file}`);
    this.file = file;
  }
}

/** Bookmarked host links survive a restart. @throws DamagedKey */
export function hostKey(directory: string): string {
  const file = join(directory, 'host-key');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(16).toString('base64url')}\n`, { mode: 0o600, flush: true });
  const key = readFileSync(file, 'utf8').trim();
  if (!/^[\w-]{22}$/.test(key)) throw new DamagedKey(file);
  return key;
}
