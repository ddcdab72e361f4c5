import type { Question } from '../../../game/quiz/questions/index.ts';
import type { Room } from '../../../game/room/room.ts';
import { jsonOf } from './attributes.ts';
import type { Items } from './items.ts';
import { KEYS, TABLE, ttlOf } from './table.ts';

/** Before the room is there: whoever finds it finds them. */
export async function putQuestions(items: Items, { id, pin, expiresAt }: Room, questions: readonly Question[]): Promise<void> {
  const lasting = { [TABLE.ttl]: ttlOf(expiresAt) };
  await Promise.all(
    questions.map((question, i) => items.put(KEYS.question(id, pin, i), { question: JSON.stringify(question), ...lasting })),
  );
}

export async function questionsOf(items: Items, { id, pin }: Room, from: number, to: number): Promise<Question[]> {
  if (to < from) return [];
  const { pk, sk } = KEYS.question(id, pin, from);
  return (await items.range(pk, sk, KEYS.question(id, pin, to).sk)).map((item) => jsonOf(item, 'question'));
}
