// Assistants put a file's text between fences, with some words around it.
import type { DroppedFile } from './format.ts';
import { headOf } from './text-file.ts';

const FENCED = /^[ \t]{0,3}```[ \t]*(?:json|jsonl|csv|tsv|xml|gift|toml|aiken)[ \t]*\r?\n([\s\S]*?)^[ \t]{0,3}```[ \t]*$/im;

/** What stands between the fences; all of the file where there are none. */
export function withoutFences(file: DroppedFile): DroppedFile {
  const text = headOf(file.bytes);
  const inside = text?.includes('```') && FENCED.exec(text)?.[1];
  return inside ? { ...file, bytes: new TextEncoder().encode(inside) } : file;
}
