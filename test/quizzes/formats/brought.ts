import { bring } from '../../../quizzes/formats/bring.ts';
import type { Brought } from '../../../quizzes/formats/format.ts';

/** What a file gives, which has to be known. */
export async function broughtFrom(name: string, content: string | Uint8Array): Promise<Brought> {
  const brought = await bring({ name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content });
  if ('refused' in brought) throw new Error(brought.refused);
  return brought;
}

/** A line for each entry: `row 2: choice "Red?" [a, b] right 1; a change`. */
export const lines = ({ entries }: Brought): string[] =>
  entries.map((entry) => {
    if (entry.outcome === 'left') return `${entry.at}: LEFT ${JSON.stringify(entry.text)} ${entry.reason}`;
    const { kind, text, ...fields } = entry.draft;
    const said = Object.entries(fields).map(([field, value]) => `${field} ${JSON.stringify(value)}`);
    return [`${entry.at}: ${[kind, JSON.stringify(text), ...said].join(' ')}`, ...entry.changes].join('; ');
  });
