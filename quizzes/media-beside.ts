// The media of a quiz file: where they lie beside it, and the names that they get.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { beginsAs, isPlayed, MEDIA_TYPES, typeByEnding } from '../game/media/media-file.ts';
import type { Question } from '../game/quiz/questions/index.ts';
import { fitEnding, fitPicture } from './fit-picture.ts';

const MB = 1e6;
/** Drawings go to phones as they are: four seconds at 2 Mbit/s. */
const DRAWING_MB = 1;
/** Of what is made smaller. */
const PHOTO_MB = 100;
const SMALL = '-small';

interface Wrong {
  should: string;
  is: string;
}

export interface MediaBeside {
  question: Question;
  /** Files as they are, by the name that they get when made fit. */
  files: [name: string, path: string][];
  faults: (Wrong & { field: string })[];
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function faultOf(bytes: Buffer, file: string): Wrong | undefined {
  const type = isPlayed(file) && typeByEnding(file);
  const most = type ? MEDIA_TYPES[type].most / MB : extname(file).toLowerCase() === '.svg' ? DRAWING_MB : PHOTO_MB;
  if (bytes.length > most * MB) return { should: `at most ${most} MB`, is: `${(bytes.length / MB).toFixed(1)} MB: ${file}` };
  return type && !beginsAs(type, bytes) ? { should: `what its name says (${type})`, is: `of another kind: ${file}` } : undefined;
}

/** @param folder absolute, of the quiz file */
export function mediaBeside(folder: string, { picture, sound, video, ...question }: Question): MediaBeside {
  const files: MediaBeside['files'] = [];
  const faults: MediaBeside['faults'] = [];
  /** A name such as france.svg would tell the answer. */
  function named(field: string, file: string): string {
    const path = join(folder, file);
    const bytes = path.startsWith(folder + sep) ? read(path) : undefined;
    const fault = bytes ? faultOf(bytes, file) : { should: 'a file that can be read', is: JSON.stringify(file) };
    if (fault) faults.push({ field: `${field} file`, ...fault });
    if (!bytes) return file;
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 20) + fitEnding(extname(path).toLowerCase());
    files.push([name, path]);
    return name;
  }
  function withSmall(large: string): { file: string; small?: string } {
    const [, path] = files.find(([name]) => name === large) ?? [];
    if (!path || !large.endsWith('.webp')) return { file: large };
    const small = large.replace(/(?=\.webp$)/, SMALL);
    files.push([small, path]);
    return { file: large, small };
  }
  return {
    question: {
      ...question,
      ...(picture && { picture: { ...withSmall(named('picture', picture.file)), alt: picture.alt } }),
      ...(sound && { sound: { ...sound, file: named('sound', sound.file) } }),
      ...(video && { video: { ...video, file: named('video', video.file) } }),
    },
    files,
    faults,
  };
}

/**
 * What pages get of such a file.
 * @param name that it gets
 * @throws Error on what is no picture
 */
export async function fitMedia(name: string, path: string): Promise<Buffer> {
  const bytes = readFileSync(path);
  if (isPlayed(name)) return bytes;
  return fitPicture(bytes, extname(path).toLowerCase(), name.includes(SMALL) ? 'phone' : 'projector');
}
