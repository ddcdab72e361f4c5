// npm run package -- [--for SYSTEM]… [--npm] [--out DIR] [--no-archive]
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LICENCES } from '../local/app/contents.ts';
import { tarGz, writeChecksums, zip } from './archives.ts';
import { blobOf, unixExecutable } from './executable.ts';
import { nodeBinary, SYSTEMS, type System } from './node-binary.ts';
import { npmPackage } from './npm-package.ts';
import { buildProgram, type Program } from './program.ts';
import { sbomOf } from './sbom.ts';
import { windowsExecutable } from './windows-executable.ts';

const ROOT = join(import.meta.dirname, '..');

const { values } = parseArgs({
  allowNegative: true,
  options: {
    for: { type: 'string', multiple: true },
    npm: { type: 'boolean', default: false },
    archive: { type: 'boolean', default: true },
    out: { type: 'string', default: 'packages' },
  },
});
const wanted = SYSTEMS.filter((system) => values.for?.includes(system) ?? !values.npm);
const unknown = values.for?.filter((name) => !SYSTEMS.some((system) => system === name)) ?? [];
if (unknown.length) {
  console.error(`--for should be one of ${SYSTEMS.join(', ')}, is ${unknown.join(', ')}.`);
  process.exit(1);
}

const out = resolve(values.out);
mkdirSync(out, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'quizcast-package-'));
try {
  const program = await buildProgram(folder);
  copyFileSync(join(folder, LICENCES), join(out, LICENCES));
  writeFileSync(join(out, 'quizcast.cdx.json'), sbomOf(ROOT, program.packed));
  if (values.npm) npmPackage(program, out);
  const blob = wanted.length ? blobOf(program) : Buffer.alloc(0);
  for (const system of wanted) await pack(program, system, blob);
  writeChecksums(out, /^quizcast/);
} finally {
  rmSync(folder, { recursive: true });
}

async function pack({ version }: Program, system: System, blob: Buffer): Promise<void> {
  const place = join(out, system);
  mkdirSync(place, { recursive: true });
  copyFileSync(join(out, LICENCES), join(place, LICENCES));
  const isWindows = system === 'win-x64';
  const file = join(place, isWindows ? 'quizcast.exe' : 'quizcast');
  const node = nodeBinary(system);
  if (isWindows) windowsExecutable(node, blob, file, version);
  else await unixExecutable(node, blob, file);
  const archive = join(out, `quizcast-${version}-${system}`);
  if (!values.archive) return;
  if (isWindows) zip([file, join(place, LICENCES)], `${archive}.zip`);
  else tarGz([file, join(place, LICENCES)], `${archive}.tar.gz`);
}
