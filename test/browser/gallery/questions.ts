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

const words = (length: number) =>
  'Which of these rivers flows through the most countries before it reaches the sea? '.repeat(4).slice(0, length);

/** At the limits of RULES Q2 and Q3. */
export const LONGEST = choice(
  words(300),
  Array.from({ length: 6 }, (_, i) => `${i + 1} ${words(148)}`),
);

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
