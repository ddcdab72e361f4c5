// A new kind is a file here and a row below, and likewise in web/questions/.
import { choice } from './choice.ts';
import type { Kind, QuestionFields } from './kind.ts';
import { poll } from './poll.ts';
import { several } from './several.ts';
import { trueFalse } from './true-false.ts';
import { typed } from './typed.ts';

const ROWS = { choice, several, 'true-false': trueFalse, poll, typed };

export type KindName = keyof typeof ROWS;
type TypesOf<Row> = Row extends Kind<infer T> ? T : never;
/** By kind: its fields, prompt, answer, summary and solution. */
export type Types = { [N in KindName]: TypesOf<(typeof ROWS)[N]> };

export const KINDS: { [N in KindName]: Kind<Types[N]> } = ROWS;

/** @param N default: of any kind */
export type Question<N extends KindName = KindName> = { [K in N]: QuestionFields & { kind: K } & Types[K]['fields'] }[N];

export type Summary<N extends KindName = KindName> = { [K in N]: { kind: K; summary: Types[K]['summary'] } }[N];

/** From the reveal on. */
export interface Outcome<N extends KindName = KindName> {
  solution: Types[N]['solution'];
  summary: Types[N]['summary'];
  /** Answers in time. */
  answers: number;
  /** Those that earned all; undefined: not graded. */
  right?: number | undefined;
  explanation?: string | undefined;
}

/** What all see of the question that was asked. */
export type Asked<N extends KindName = KindName> = {
  [K in N]: Pick<QuestionFields, 'text' | 'picture' | 'sound' | 'video' | 'points'> & {
    kind: K;
    prompt: Types[K]['prompt'];
    outcome?: Outcome<K> | undefined;
  };
}[N];

export const kindOf = <N extends KindName>({ kind }: { kind: N }): Kind<Types[N]> => KINDS[kind];

/** What a right answer earns at most. */
export const worth = ({ kind, points }: { kind: KindName; points: 0 | 1000 | 2000 }) => (kindOf({ kind }).grade ? points : 0);
