import { randomBytes } from 'node:crypto';
import type { ProtocolClient } from '../support/protocol-client.ts';

/** A host makes a quiz on one page, while another has it open, copies it, and throws it away. */
export async function editedQuiz(
  page: ProtocolClient,
  other: ProtocolClient,
  key: string,
  must: (is: boolean, what: string) => void,
) {
  const quiz = randomBytes(9).toString('base64url');
  const head = { key, quiz, version: 1, title: 'Capitals', language: 'en', order: ['a'] };
  await page.ask('saved', 'saveQuiz', head);
  const question = { key, quiz, question: 'a', version: 1, draft: { kind: 'choice', text: 'The capital of Peru?' } };
  await page.ask('saved', 'saveQuestion', question);
  const opened = await other.ask('quiz', 'quiz', { key, quiz });
  must(opened.drafts.length === 1 && opened.head.title === 'Capitals', 'a quiz is not opened as it was saved');
  const told = other.waitFor('edited');
  const draft = { ...question.draft, options: ['Lima', 'Quito'], right: 1 };
  await page.ask('saved', 'saveQuestion', { ...question, version: 2, draft });
  must((await told).draft?.version === 2, 'the other page is told of another version');
  const late = await other.say('saveQuestion', { ...question, version: 2, draft: { kind: 'typed' } });
  must(late.type === 'edited', 'an older version overwrote a newer one');
  await page.ask('saved', 'copyQuiz', { key, quiz: `${quiz}-2`, from: quiz, title: 'Capitals 2' });
  await page.ask('saved', 'binQuiz', { key, quiz, binned: true });
  const { quizzes } = await page.ask('library', 'library', { key });
  must(quizzes.some(({ id }) => id === `${quiz}-2`) && quizzes.every(({ id }) => id !== quiz), 'the library lists another quiz');
}
