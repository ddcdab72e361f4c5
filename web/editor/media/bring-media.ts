import { beginsAs, FIRST_BYTES, isMediaType, MEDIA_TYPES, type MediaType } from '../../../game/media/media-file.ts';
import type { Draft } from '../../../game/quiz/library.ts';
import type { MediaField, Picture } from '../../../game/quiz/questions/kind.ts';
import { editor as words } from '../../words/en-editor.ts';
import { fitPicture } from './fit-picture.ts';
import type { Upload } from './upload.ts';

type Refused = { refused: string };
type Progress = (share: number) => void;

/** The share of the large file: phones' is small. */
const LARGE = 0.8;

/** @returns what the question names from now on, but for its words */
export async function bringPicture(file: Blob, upload: Upload, progress: Progress): Promise<Omit<Picture, 'alt'> | Refused> {
  const fit = await fitPicture(file);
  if (!fit) return { refused: words.media.noPicture };
  const large = await upload(fit.large, (share) => progress(share * LARGE));
  if ('refused' in large || !fit.small) return large;
  const small = await upload(fit.small, (share) => progress(LARGE + share * (1 - LARGE)));
  return 'refused' in small ? small : { file: large.file, small: small.file };
}

/** By its first bytes, then by what the browser calls it. */
async function playedType(file: File): Promise<MediaType | undefined> {
  const first = new Uint8Array(await file.slice(0, FIRST_BYTES).arrayBuffer());
  const types = Object.keys(MEDIA_TYPES)
    .filter(isMediaType)
    .filter((type) => !type.startsWith('image/') && beginsAs(type, first));
  const [family] = file.type.split('/');
  return types.find((type) => type.startsWith(`${family}/`)) ?? types[0];
}

/** Fields of a question that gets it: a video is alone. */
export const fieldsWith = (field: MediaField, media: Picture): Draft =>
  field === 'video' ? { video: media, picture: undefined, sound: undefined } : { [field]: media, video: undefined };

/** @returns fields for the question; their words are still to be written */
export async function bringMedia(file: File, upload: Upload, progress: Progress): Promise<{ fields: Draft } | Refused> {
  const type = await playedType(file);
  if (!type) {
    const picture = await bringPicture(file, upload, progress);
    return 'refused' in picture ? picture : { fields: fieldsWith('picture', { ...picture, alt: '' }) };
  }
  const { most } = MEDIA_TYPES[type];
  // WebM holds sound alone, too.
  const field = type.startsWith('audio/') || file.type.startsWith('audio/') ? 'sound' : 'video';
  if (file.size > most) return { refused: words.media.large[field](most / 1e6) };
  const done = await upload(file.slice(0, file.size, type), progress);
  return 'refused' in done ? done : { fields: fieldsWith(field, { file: done.file, alt: '' }) };
}
