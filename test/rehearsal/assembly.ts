// A synthesised assembly, made once for whoever needs one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { synthesise } from '../../infra/app.ts';

/** @returns where it lies, once the tests have begun */
export function assembled(): () => string {
  const outdir = mkdtempSync(join(tmpdir(), 'quizcast-assembly-'));
  beforeAll(async () => {
    await synthesise({ outdir });
  });
  afterAll(() => rmSync(outdir, { recursive: true }));
  return () => outdir;
}
