import { MEDIA_FIELDS, type MediaField } from './questions/kind.ts';

/** Of all that a question shows and plays, finished or not. */
export const filesNamed = (question: Partial<Record<MediaField, unknown>>): string[] =>
  MEDIA_FIELDS.flatMap((field) => {
    const media = question[field];
    if (typeof media !== 'object' || media === null) return [];
    const { file, small }: Record<string, unknown> = { ...media };
    return [file, small].filter((name) => typeof name === 'string');
  });
