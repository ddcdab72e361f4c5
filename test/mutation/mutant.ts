// A mutant: one change of the code that some test should notice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Mutant {
  /** From the project's root. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** The line as it was, trimmed. */
  code: string;
  /** Where in `code` it begins, counted from 0. */
  at: number;
  from: string;
  to: string;
}

export interface Outcome extends Mutant {
  noticed: boolean;
}

/** A mutant that cannot matter, with the reason. Found by its code, since lines move. */
interface Accepted extends Omit<Mutant, 'line'> {
  reason: string;
}

const ACCEPTED: Accepted[] = JSON.parse(readFileSync(join(import.meta.dirname, 'accepted.json'), 'utf8'));

/** Why it cannot matter, if so. */
export const acceptedReason = ({ file, code, at, from, to }: Mutant): string | undefined =>
  ACCEPTED.find((one) => one.file === file && one.code === code && one.at === at && one.from === from && one.to === to)?.reason;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').slice(0, 90);

export const inWords = ({ file, line, at, code, from, to }: Mutant): string =>
  `  ${file}:${line} at ${at}  ${oneLine(from)}  →  ${oneLine(to)}\n      ${code}`;
