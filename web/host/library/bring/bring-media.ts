import { mediaTypeOf } from '../../../../game/media/media-file.ts';
import type { Draft } from '../../../../game/quiz/library.ts';
import { MEDIA_FIELDS, type Picture } from '../../../../game/quiz/questions/kind.ts';
import type { Request } from '../../../connection/requests.ts';
import { mediaOf } from '../../../questions/draft-values.ts';
import type { BroughtFile } from '../../../ui/bringing-model.ts';

type KeptFile = Pick<Picture, 'file' | 'small'>;
const nothing = () => {};

/**
 * Uploads what the drafts name.
 * @returns each draft with the names that its files have from now on; what did not get through is left out
 */
export async function mediaBringer(ask: Request, key: string): Promise<(file: BroughtFile) => Promise<BroughtFile>> {
  const [{ createUpload }, { bringPicture }] = await Promise.all([
    import('../../../editor/media/upload.ts'),
    import('../../../editor/media/bring-media.ts'),
  ]);
  const upload = createUpload(ask, key);
  return async (file) => {
    const kept = new Map<string, KeptFile>();
    for (const [name, bytes] of file.media) {
      const type = mediaTypeOf(name);
      const blob = new Blob([new Uint8Array(bytes)], { type: type ?? '' });
      // What comes from another Quizcast stays as it is.
      const done = await (type ? upload(blob, nothing) : bringPicture(blob, upload, nothing));
      if ('file' in done) kept.set(name, done);
    }
    return {
      ...file,
      media: new Map([...file.media].filter(([name]) => !kept.has(name))),
      rows: file.rows.map((row) => ({ ...row, draft: row.draft && withMedia(row.draft, kept) })),
    };
  };
}

/** Their names, after the bringing. */
export const mediaLostIn = ({ media }: BroughtFile): string[] => [...media.keys()];

function withMedia(draft: Draft, files: ReadonlyMap<string, KeptFile>): Draft {
  const media = MEDIA_FIELDS.flatMap((field) => {
    const one = mediaOf(draft, field);
    if (!one) return [];
    const found = files.get(one.file);
    const small = found?.small ?? files.get(one.small ?? '')?.file;
    return [[field, found && { file: found.file, ...(small && { small }), alt: one.alt }]];
  });
  return Object.fromEntries(
    Object.entries({ ...draft, ...Object.fromEntries(media) }).filter(([, value]) => value !== undefined),
  );
}
