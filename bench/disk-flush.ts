// Measures the disk itself.
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Appends bytes; returns the duration of `fdatasync`, ms. */
export async function diskFlush(bytes: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'quizcast-flush-'));
  const file = await open(join(folder, 'log'), 'a');
  try {
    // The first flush also writes the file's size.
    for (let i = 0; i < 2; i++) await file.appendFile(Buffer.alloc(bytes)).then(() => file.datasync());
    await file.appendFile(Buffer.alloc(bytes));
    const from = performance.now();
    await file.datasync();
    return performance.now() - from;
  } finally {
    await file.close();
    rmSync(folder, { recursive: true });
  }
}
