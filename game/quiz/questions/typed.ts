import * as v from 'valibot';
import type { Kind } from './kind.ts';
import { acceptance } from './text/acceptance.ts';
import { commonest } from './text/commonest.ts';
import { TOLERANCES, type Tolerance } from './text/tolerances.ts';

interface Typed {
  fields: { accepted: string[]; tolerate: Tolerance[] };
  prompt: { language: string };
  answer: string;
  summary: { texts: { text: string; count: number }[]; others: number };
  solution: { accepted: string[]; tolerate: Tolerance[] };
}

const LONGEST = 60;
const TEXT = `a text of 1 to ${LONGEST} characters`;
const TEXTS = 'a list of 1 to 20 texts';
const TOLERATE = `a list of these: ${TOLERANCES.join(', ')}`;

export const typed: Kind<Typed> = {
  fields: {
    accepted: v.pipe(
      v.array(v.pipe(v.string(TEXT), v.trim(), v.minLength(1, TEXT), v.maxLength(LONGEST, TEXT)), TEXTS),
      v.minLength(1, TEXTS),
      v.maxLength(20, TEXTS),
    ),
    tolerate: v.optional(
      v.array(v.picklist(TOLERANCES, TOLERATE), TOLERATE),
      TOLERANCES.filter((one) => one !== 'spelling'),
    ),
  },
  check: () => [],
  prompt: (_, { language }) => ({ language }),
  solution: ({ accepted, tolerate }) => ({ accepted, tolerate }),
  parse: (_, text) => text.trim() || undefined,
  grade: (key, answers) => {
    const isAccepted = acceptance(key);
    return answers.map((answer) => Number(isAccepted(answer)));
  },
  summarize: ({ language }, answers, limits) => commonest(answers, language, limits),
  describe: (_, answer) => answer,
  describeSolution: ({ accepted }) => accepted.join(' / '),
};
