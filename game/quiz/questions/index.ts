// A new kind is a file here and a row below, and likewise in web/questions/.
import { choice } from './choice.ts';
import type { Kind } from './kind.ts';
import { poll } from './poll.ts';
import { several } from './several.ts';
import { trueFalse } from './true-false.ts';

export const KINDS = { choice, several, 'true-false': trueFalse, poll } as const;

export type KindName = keyof typeof KINDS;
type Of<Row> =
  Row extends Kind<infer Fields, infer Prompt, infer Solution> ? { fields: Fields; prompt: Prompt; solution: Solution } : never;
type KindTypes = Of<(typeof KINDS)[KindName]>;

export type KindFields = KindTypes['fields'];
/** Public before the seal. */
export type KindPrompt = KindTypes['prompt'];
export type KindSolution = KindTypes['solution'];

export const kindOf = ({ kind }: { kind: KindName }): Kind<KindFields, KindPrompt, KindSolution> => KINDS[kind];

/** What a right answer earns at most. */
export const worth = (question: { kind: KindName; points: 0 | 1000 | 2000 }) => (kindOf(question).credit ? question.points : 0);
