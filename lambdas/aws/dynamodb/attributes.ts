import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Cover, Draft } from '../../../game/quiz/library.ts';
import type { Question } from '../../../game/quiz/questions/index.ts';
import type { PlayerStanding } from '../../../game/seats/standing.ts';
import { type Key, TABLE } from './table.ts';

export type Item = Record<string, AttributeValue>;

export const text = (item: Item | undefined, name: string): string | undefined => item?.[name]?.S;
export function number(item: Item | undefined, name: string): number | undefined {
  const found = item?.[name]?.N;
  return found === undefined ? undefined : Number(found);
}
export const value = (item: Item, name: string): string | number | undefined => text(item, name) ?? number(item, name);

/** Attributes that hold JSON; only this folder writes them. */
interface JsonAttributes {
  question: Question;
  draft: Draft;
  order: string[];
  cover: Cover;
  editors: string[];
  own: Record<string, [own: PlayerStanding, settledPoints: number, settledStreak: number]>;
  answers: Record<string, string>;
}
export function json<Name extends keyof JsonAttributes>(item: Item | undefined, name: Name): JsonAttributes[Name] | undefined {
  const found = text(item, name);
  return found === undefined ? undefined : JSON.parse(found);
}
const missing = (name: string): never => {
  throw new Error(`an item has no ${name}`);
};
export const textOf = (item: Item | undefined, name: string): string => text(item, name) ?? missing(name);
export const jsonOf = <Name extends keyof JsonAttributes>(item: Item | undefined, name: Name): JsonAttributes[Name] =>
  json(item, name) ?? missing(name);
export const numberOf = (item: Item | undefined, name: string): number => number(item, name) ?? missing(name);
export const keyOf = (item: Item): Key => ({ pk: textOf(item, TABLE.pk), sk: textOf(item, TABLE.sk) });
