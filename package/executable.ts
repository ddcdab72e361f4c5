import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'postject';
import { CONTENTS, LICENCES } from '../local/app/contents.ts';
import type { Program } from './program.ts';
import { FUSE, RESOURCE } from './windows-executable.ts';

/** What Node finds in its executable; the same for all systems. */
export function blobOf({ folder }: Program): Buffer {
  const output = join(folder, 'quizcast.blob');
  const assets = Object.fromEntries([CONTENTS, LICENCES].map((name) => [name, join(folder, name)]));
  const config = join(folder, 'executable.json');
  writeFileSync(
    config,
    JSON.stringify({ main: join(folder, 'quizcast.cjs'), output, assets, disableExperimentalSEAWarning: true }),
  );
  execFileSync(process.execPath, ['--experimental-sea-config', config], { stdio: ['ignore', 'ignore', 'inherit'] });
  return readFileSync(output);
}

const codesign = (...args: string[]) => execFileSync('codesign', args, { stdio: ['ignore', 'ignore', 'inherit'] });

/** ELF, or Mach-O on a Mac: what is changed has to be signed anew. */
export async function unixExecutable(node: Buffer, blob: Buffer, file: string): Promise<void> {
  const isMac = process.platform === 'darwin';
  writeFileSync(file, node);
  if (isMac) codesign('--remove-signature', file);
  await inject(file, RESOURCE, blob, { sentinelFuse: FUSE, ...(isMac && { machoSegmentName: 'NODE_SEA' }) });
  if (isMac) codesign('--sign', '-', file);
  chmodSync(file, 0o755);
}
