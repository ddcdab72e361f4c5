import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { PROTOCOL } from '../../game/wire/server-frames.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export const version = (): string =>
  v.parse(v.object({ version: v.string() }), JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).version;

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'unknown';
  }
}

export const versionLine = (): string => `Quizcast ${version()}, commit ${commit()}, protocol ${PROTOCOL}`;
