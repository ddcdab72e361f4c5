import type { Picture } from '../../game/quiz/questions/kind.ts';

/** From the base of the pages: what hosts brought is named by all of its hash. */
export const mediaAddress = (file: string): string => `${file.length > 64 ? 'media' : 'pictures'}/${file}`;

/** Of a picture as phones load it. */
export const smallAddress = ({ file, small = file }: Picture): string => mediaAddress(small);
