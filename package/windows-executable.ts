import { writeFileSync } from 'node:fs';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

export const RESOURCE = 'NODE_SEA_BLOB';
/** Node looks for the resource where the zero after it is a one. */
export const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
export const RCDATA = 10;
const ENGLISH = 1033;
const UNICODE = 1200;

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
