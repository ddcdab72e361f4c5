// A new kind is a file here and a row below, and likewise in web/questions/.
import { choice } from './choice.ts';
import type { Kind } from './kind.ts';
import { several } from './several.ts';
import { trueFalse } from './true-false.ts';

export const KINDS = { choice, several, 'true-false': trueFalse } as const;

export type KindName = keyof typeof KINDS;
type Of<Row> =
  Row extends Kind<infer Fields, infer Prompt, infer Solution> ? { fields: Fields; prompt: Prompt; solution: Solution } : never;
type KindTypes = Of<(typeof KINDS)[KindName]>;

export type KindFields = KindTypes['fields'];
/** Public before the seal. */
export type KindPrompt = KindTypes['prompt'];
export type KindSolution = KindTypes['solution'];

export const kindOf = ({ kind }: { kind: KindName }): Kind<KindFields, KindPrompt, KindSolution> => KINDS[kind];
