// A new kind is a file here and a row below, and likewise in web/questions/.
import { choice } from './choice.ts';
import type { Kind } from './kind.ts';
import { several } from './several.ts';
import { trueFalse } from './true-false.ts';

export const KINDS = { choice, several, 'true-false': trueFalse } as const;

export type KindName = keyof typeof KINDS;
type Of<N extends KindName> = (typeof KINDS)[N] extends Kind<infer Q, infer F, infer K> ? { own: Q; face: F; key: K } : never;

/** Fields of a question in a quiz. */
export type KindFields = { [N in KindName]: { kind: N } & Of<N>['own'] }[KindName];
/** Public before the seal. */
export type KindPrompt = { [N in KindName]: { kind: N } & Of<N>['face'] }[KindName];
/** Added by the reveal. */
export type KindSolution = Of<KindName>['key'];

/** Pairs kind and fields, which the compiler cannot follow by name. */
export const kindOf = (question: { kind: KindName }) =>
  KINDS[question.kind] as unknown as Kind<KindFields, KindPrompt, KindSolution>;
