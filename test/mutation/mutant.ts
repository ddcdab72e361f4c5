// A mutant and its outcome.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Mutant {
  /** From the project's root. */
  file: string;
  /** From 1. */
  line: number;
  /** Trimmed. */
  code: string;
  /** Column in `code`, from 0. */
  at: number;
  from: string;
  to: string;
}

export interface Outcome extends Mutant {
  noticed: boolean;
}

/** Found by code, since lines move. */
interface Accepted extends Omit<Mutant, 'line'> {
  reason: string;
}

const ACCEPTED: Accepted[] = JSON.parse(readFileSync(join(import.meta.dirname, 'accepted.json'), 'utf8'));

export const acceptedReason = ({ file, code, at, from, to }: Mutant): string | undefined =>
  ACCEPTED.find((one) => one.file === file && one.code === code && one.at === at && one.from === from && one.to === to)?.reason;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').slice(0, 90);

export const inWords = ({ file, line, at, code, from, to }: Mutant): string =>
  `  ${file}:${line} at ${at}  ${oneLine(from)}  →  ${oneLine(to)}\n      ${code}`;
