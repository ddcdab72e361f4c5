// Values of a JSON or TOML file that may be anything.
import { decodeText } from './decode-text.ts';
import { jsLiteralIn } from './js-literal.ts';

export type JsonRecord = Record<string, unknown>;

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Numbers and truths as they are written; undefined for all else. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;

export const textsOf = (value: unknown): string[] => listOf(value).map((one) => textOf(one) ?? '');

/** Also one that is written as text. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

const MOST_MB = 5;
/** A file is asked for by each reader in turn. */
const parsed = new WeakMap<Uint8Array, { json: unknown }>();

/** @returns undefined where it is no JSON */
export function jsonIn(bytes: Uint8Array): unknown {
  const known = parsed.get(bytes);
  if (known) return known.json;
  const json = bytes.length > MOST_MB * 1e6 ? undefined : parse(bytes);
  parsed.set(bytes, { json });
  return json;
}

function parse(bytes: Uint8Array): unknown {
  const { text } = decodeText(bytes);
  const json = /^\s*[[{]/.test(text) ? text : jsLiteralIn(text);
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return linesOf(text);
  }
}

/** JSON Lines: a value on each. */
function linesOf(text: string): unknown[] | undefined {
  const lines = text.split(/\r\n|[\r\n]/).filter((line) => line.trim());
  if (lines.length < 2 || !lines.every((line) => /^\s*\{.*\}\s*$/.test(line))) return undefined;
  try {
    return lines.map((line): unknown => JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** What a question is, when it has to be left out. */
export const inShort = (value: unknown): string => JSON.stringify(value)?.slice(0, 1000) ?? '';
