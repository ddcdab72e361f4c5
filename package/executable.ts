import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'postject';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { CONTENTS, LICENCES } from '../local/app/contents.ts';
import type { Program } from './program.ts';

const RESOURCE = 'NODE_SEA_BLOB';
/** Node looks for the resource where the zero after it is a one. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
const RCDATA = 10;
const ENGLISH = 1033;
const UNICODE = 1200;

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

/** ELF or Mach-O; for a Mac it has to be signed afterwards. */
export async function unixExecutable(node: Buffer, blob: Buffer, file: string): Promise<void> {
  writeFileSync(file, node);
  await inject(file, RESOURCE, blob, {
    sentinelFuse: FUSE,
    ...(process.platform === 'darwin' && { machoSegmentName: 'NODE_SEA' }),
  });
  chmodSync(file, 0o755);
}

/** The signature of Node's makers ends with the first change. */
export function windowsExecutable(node: Buffer, blob: Buffer, file: string, version: string): void {
  const executable = NtExecutable.from(node, { ignoreCert: true });
  const resources = NtExecutableResource.from(executable);
  const bin = new Uint8Array(blob).buffer;
  resources.replaceResourceEntry({ type: RCDATA, id: RESOURCE, lang: ENGLISH, codepage: 0, bin });
  for (const info of Resource.VersionInfo.fromEntries(resources.entries)) {
    const shown = {
      FileDescription: 'Quizcast',
      ProductName: 'Quizcast',
      OriginalFilename: 'quizcast.exe',
      ProductVersion: version,
    };
    info.setStringValues({ lang: ENGLISH, codepage: UNICODE }, shown);
    info.outputToResourceEntries(resources.entries);
  }
  resources.outputResource(executable);
  const bytes = Buffer.from(executable.generate());
  const fuse = bytes.indexOf(`${FUSE}:0`);
  if (fuse < 0) throw new Error('This Node cannot become an executable of its own.');
  bytes.write('1', fuse + FUSE.length + 1);
  writeFileSync(file, bytes);
}
