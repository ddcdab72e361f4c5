// `npm run schema`: from the definition that validates.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { quizSchema } from '../game/quiz/quiz.ts';

/** Faults between fields are beyond it. */
export function quizJsonSchema(): string {
  const schema = toJsonSchema(quizSchema, { typeMode: 'input', errorMode: 'ignore', ignoreActions: ['trim'] });
  return `${JSON.stringify({ title: 'A Quizcast quiz', ...schema }, null, 2)}\n`;
}

export const SCHEMA_FILE = fileURLToPath(new URL('./quiz.schema.json', import.meta.url));

if (import.meta.main) writeFileSync(SCHEMA_FILE, quizJsonSchema());
