// What a question shows and plays, each with words for those who cannot see or hear it.
import * as v from 'valibot';
import type { QuestionFields } from './questions/kind.ts';

/** Any name; no address, root, folder above or control character. */
const path = (endings: string) =>
  new RegExp(String.raw`^(?![A-Za-z]+:)(?![/\\])(?!(.*[/\\])?\.\.[/\\])[^\u0000-\u001f]+\.(${endings})$`, 'i');

function file(endings: string, inWords: string) {
  const should = `the path of an ${inWords} file beside the quiz (no address, no folder above it)`;
  return v.pipe(v.string(should), v.regex(path(endings), should));
}

const pictureFile = file('svg|png|jpe?g|webp', '.svg, .png, .jpg or .webp');
const soundFile = file('mp3|m4a|ogg|wav|webm', '.mp3, .m4a, .ogg, .wav or .webm');
const videoFile = file('mp4|webm', '.mp4 or .webm');
const SHOULD = 'an object with file and alt';

export const mediaFields = <T extends v.GenericSchema>(alt: T) => ({
  picture: v.optional(v.strictObject({ file: pictureFile, small: v.optional(pictureFile), alt }, SHOULD)),
  sound: v.optional(v.strictObject({ file: soundFile, alt }, SHOULD)),
  video: v.optional(v.strictObject({ file: videoFile, alt }, SHOULD)),
});

/** One thing to look at, and one to listen to. */
export const mediaFaults = ({ picture, sound, video }: QuestionFields): { field: string; should: string }[] =>
  video && (picture || sound) ? [{ field: 'video', should: `alone (without ${picture ? 'picture' : 'sound'})` }] : [];
