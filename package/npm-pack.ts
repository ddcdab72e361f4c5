// Around `npm pack`: before it the built program and a manifest of it stand in the place of ours, after it ours is back.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTENTS, LICENCES } from '../local/app/contents.ts';
import { buildProgram } from './program.ts';

const ROOT = join(import.meta.dirname, '..');
const PACKED = join(ROOT, 'packed');
const MANIFEST = join(ROOT, 'package.json');
const OURS = join(ROOT, 'package.ours.json');
const PROGRAM = 'packed/quizcast.cjs';

function putBack(): void {
  if (existsSync(OURS)) renameSync(OURS, MANIFEST);
  rmSync(PACKED, { recursive: true, force: true });
}

/** It needs no other package, for `npx` and `npm install --global`. */
const manifestOf = (version: string) => ({
  name: 'quizcast',
  version,
  description: 'A live quiz for the whole room, on this machine.',
  license: 'MIT',
  bin: PROGRAM,
  engines: { node: '>=24' },
  files: ['packed/'],
});

async function build(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'quizcast-package-'));
  try {
    const { version } = await buildProgram(folder);
    mkdirSync(PACKED);
    for (const file of [CONTENTS, LICENCES]) copyFileSync(join(folder, file), join(PACKED, file));
    const script = readFileSync(join(folder, 'quizcast.cjs'), 'utf8');
    writeFileSync(join(ROOT, PROGRAM), `#!/usr/bin/env node\n${script}`, { mode: 0o755 });
    copyFileSync(MANIFEST, OURS);
    writeFileSync(MANIFEST, `${JSON.stringify(manifestOf(version), null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// One that was ended in between has left its own.
putBack();
if (process.argv[2] === 'before') await build();
