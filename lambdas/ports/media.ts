import type { MediaFile } from '../../game/media/media-file.ts';
import type { Result } from '../../game/refusals.ts';
import type { UploadForm } from '../../game/wire/server-frames.ts';

/** Pictures and sounds that hosts brought, served at `/media/<file>` and named by their content. */
export interface MediaStore {
  /**
   * Repeatable; said again after the POST it takes the file in, if its first bytes are of its type.
   * @param host hash of the host key; whose HOST_BYTES it counts for
   * @returns where to post it, or `there`
   */
  ticket(host: string, wanted: MediaFile): Promise<Result<UploadForm | 'there', 'mediaFull' | 'mediaWrong'>>;
  /**
   * A quiz names them: they stay. What was never kept goes after UNNAMED_MS. Repeatable.
   * @returns those that are not there
   */
  keep(host: string, files: readonly string[]): Promise<string[]>;
}
