import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const isMac = process.platform === 'darwin';
/** A Mac's only on a Mac, which signs it, and of its own processor. */
export const SYSTEMS = ['linux-x64', 'linux-arm64', 'win-x64', ...(isMac ? (['mac'] as const) : [])] as const;
export type System = (typeof SYSTEMS)[number];

const CACHE = join(import.meta.dirname, '..', 'node_modules', '.cache', 'quizcast');

/**
 * Node as its package has it, fetched by npm once: the one that npm installed is for this machine only.
 * The version is the running one, which writes what the other is to read.
 */
export function nodeBinary(system: System): Buffer {
  const name = `node-${system}`;
  const version = process.versions.node;
  if (system === 'mac' || (process.platform === 'linux' && system === `linux-${process.arch}`))
    return readFileSync(process.execPath);
  const folder = join(CACHE, `${name}-${version}`);
  const file = join(folder, 'package', 'bin', system === 'win-x64' ? 'node.exe' : 'node');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['pack', '--silent', `${name}@${version}`, '--pack-destination', folder], { stdio: 'ignore' });
    execFileSync('tar', ['-xzf', join(folder, `${name}-${version}.tgz`), '-C', folder]);
  }
  return readFileSync(file);
}
