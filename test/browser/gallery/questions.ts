// Shown on both pages.
import type { Asked } from '../../../game/quiz/questions/index.ts';

export const choice = (
  text: string,
  options: string[],
  more: Partial<Pick<Asked, 'points' | 'picture' | 'sound' | 'video'>> = {},
): Asked<'choice'> => ({
  kind: 'choice',
  text,
  points: 1000,
  prompt: { options, several: false },
  ...more,
});

export const SOUND = { file: 'tone.wav', alt: 'A horn, three times' };

export const POLL: Asked<'poll'> = {
  kind: 'poll',
  text: 'Where shall we go?',
  points: 0,
  prompt: { options: ['The sea', 'The hills', 'A city'], several: false },
};

export const TYPED: Asked<'typed'> = {
  kind: 'typed',
  text: 'Which city has the canal ring that the Golden Age dug?',
  points: 1000,
  prompt: { language: 'en' },
};
