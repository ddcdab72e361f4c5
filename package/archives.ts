import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { zipSync } from 'fflate';

/** With execute permission. */
export function tarGz(files: readonly string[], to: string): void {
  const [first = ''] = files;
  execFileSync('tar', ['-czf', to, '-C', dirname(first), ...files.map((file) => basename(file))]);
}

export function zip(files: readonly string[], to: string): void {
  const entries = Object.fromEntries(files.map((file) => [basename(file), new Uint8Array(readFileSync(file))]));
  writeFileSync(to, zipSync(entries, { level: 6 }));
}

/** As `sha256sum -c` reads them. */
export function writeChecksums(folder: string, of: RegExp): void {
  const lines = readdirSync(folder)
    .filter((name) => of.test(name))
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}  ${name}\n`,
    );
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));
}
