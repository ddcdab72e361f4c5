import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Then the names in it survive a power cut, where the file system can. */
export function flushFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch {
    // Windows cannot; a broken disk is told by the log.
  }
}
