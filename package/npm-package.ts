import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENTS, LICENCES } from '../local/app/contents.ts';
import type { Program } from './program.ts';

/** A package that needs no other, for `npx` and `npm install --global`. */
export function npmPackage({ folder, version }: Program, to: string): void {
  const here = join(folder, 'npm');
  mkdirSync(here);
  for (const file of [CONTENTS, LICENCES]) copyFileSync(join(folder, file), join(here, file));
  writeFileSync(join(here, 'quizcast.cjs'), `#!/usr/bin/env node\n${readFileSync(join(folder, 'quizcast.cjs'), 'utf8')}`, {
    mode: 0o755,
  });
  const manifest = {
    name: 'quizcast',
    version,
    description: 'A live quiz for the whole room, on this machine.',
    license: 'MIT',
    bin: 'quizcast.cjs',
    engines: { node: '>=24' },
    files: ['quizcast.cjs', CONTENTS, LICENCES],
  };
  writeFileSync(join(here, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  execFileSync('npm', ['pack', '--silent', '--pack-destination', to], { cwd: here, stdio: 'ignore' });
}
