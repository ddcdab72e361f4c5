import { HOST_BYTES, mediaTypeOf } from '../../../game/media/media-file.ts';
import { refusal } from '../../../game/refusals.ts';
import type { MediaStore } from '../../ports/media.ts';
import type { HostLedger } from './host-ledger.ts';
import type { MediaFiles } from './media-files.ts';
import { UNNAMED } from './media-keys.ts';

interface MediaOptions {
  files: MediaFiles;
  ledger: HostLedger;
  /** All that a host's quizzes name, those in the bin too: read only when there is no room. */
  namedBy: (host: string) => Promise<ReadonlySet<string>>;
  hostBytes?: number;
  /** Epoch ms. */
  now: () => number;
}

/** Well below a day: a sweep may have marked it since. */
const KEPT_MS = 3_600_000;

export function s3MediaStore({ files, ledger, namedBy, hostBytes = HOST_BYTES, now }: MediaOptions): MediaStore {
  async function isRoom(host: string, file: string, size: number): Promise<boolean> {
    const fits = async () => (await ledger.bytesBeside(host, file)) + size <= hostBytes;
    if (await fits()) return true;
    await ledger.recount(host, await namedBy(host));
    return fits();
  }

  /** A question is saved many times, and what it names is named once an hour. */
  const kept = new Map<string, number>();

  return {
    async ticket(host, wanted) {
      const { file, size } = wanted;
      if (await files.isThere(file)) return 'there';
      const posted = await files.takeIn(wanted);
      if (posted === 'wrong') return refusal('mediaWrong');
      if (posted === 'taken') return 'there';
      if (!(await isRoom(host, file, size))) return refusal('mediaFull');
      await ledger.add(host, file, size);
      return files.form(wanted);
    },
    async keep(host, names) {
      const there = await Promise.all(
        names.map(async (file) => {
          const mark = `${host} ${file}`;
          if (now() - (kept.get(mark) ?? 0) < KEPT_MS) return true;
          if (!mediaTypeOf(file) || !(await files.mark(file, UNNAMED.no))) return false;
          await ledger.markNamed(host, file);
          kept.set(mark, now());
          return true;
        }),
      );
      return names.filter((_, i) => !there[i]);
    },
  };
}
