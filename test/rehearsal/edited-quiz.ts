import { randomBytes } from 'node:crypto';
import { hostRoom, joinRoom } from '../support/clients.ts';
import type { ProtocolClient } from '../support/protocol-client.ts';

interface Edited {
  /** Edits; the other page has the quiz open too. */
  page: ProtocolClient;
  other: ProtocolClient;
  player: ProtocolClient;
  key: string;
  /** Files that were brought. */
  picture: string;
  sound: string;
  must: (is: boolean, what: string) => void;
}

/** A host makes a quiz with a picture and a sound, while another page has it open, copies it, throws it away, and plays the copy. */
export async function editedQuiz({ page, other, player, key, picture, sound, must }: Edited) {
  const quiz = randomBytes(9).toString('base64url');
  const head = { key, quiz, version: 1, title: 'Capitals', language: 'en', order: ['a'] };
  await page.ask('saved', 'saveQuiz', head);
  const question = { key, quiz, question: 'a', version: 1, draft: { kind: 'choice', text: 'The capital of Peru?' } };
  await page.ask('saved', 'saveQuestion', question);
  const opened = await other.ask('quiz', 'quiz', { key, quiz });
  must(opened.drafts.length === 1 && opened.head.title === 'Capitals', 'a quiz is not opened as it was saved');
  const told = other.waitFor('edited');
  const draft = {
    ...question.draft,
    options: ['Lima', 'Quito'],
    right: 1,
    picture: { file: picture, alt: 'Lima' },
    sound: { file: sound, alt: 'A bell' },
  };
  await page.ask('saved', 'saveQuestion', { ...question, version: 2, draft });
  must((await told).draft?.version === 2, 'the other page is told of another version');
  const late = await other.say('saveQuestion', { ...question, version: 2, draft: { kind: 'typed' } });
  must(late.type === 'edited', 'an older version overwrote a newer one');
  await strangerIsRefused(other, quiz, must);
  const copy = `${quiz}-2`;
  await page.ask('saved', 'copyQuiz', { key, quiz: copy, from: quiz, title: 'Capitals 2' });
  await page.ask('saved', 'binQuiz', { key, quiz, binned: true });
  const { quizzes } = await page.ask('library', 'library', { key });
  must(quizzes.some(({ id }) => id === copy) && quizzes.every(({ id }) => id !== quiz), 'the library lists another quiz');

  const { id } = await page.ask('stage', 'open', { key, quiz: copy, own: true });
  const game = await hostRoom(page, key, { id });
  await joinRoom('', game.pin, 'Player of a copy', player);
  const asked = player.waitFor('view', ({ room }) => room?.phase === 'question');
  await game.move('start');
  const shown = (await asked).room?.asked;
  must(shown?.picture?.file === picture && shown.sound?.file === sound, 'a copied question is played without its media');
  await game.move('skip');
  await game.move('end');
}

/** By every action about quizzes, with a key that nobody was given. */
async function strangerIsRefused(line: ProtocolClient, quiz: string, must: Edited['must']) {
  const own = { key: randomBytes(16).toString('base64url'), quiz };
  const refused = [
    await line.say('quiz', own),
    await line.say('saveQuiz', { ...own, version: 2, title: '', language: 'en', order: [] }),
    await line.say('saveQuestion', { ...own, question: 'a', version: 3, draft: {} }),
    await line.say('copyQuiz', { ...own, quiz: `${quiz}-3`, from: quiz, title: '' }),
    await line.say('binQuiz', { ...own, binned: true }),
    await line.say('open', { ...own, own: true }),
    await line.say('library', { key: own.key }),
    await line.say('ticket', { key: own.key, hash: 'a'.repeat(64), media: 'image/png', size: 1 }),
  ];
  must(
    refused.every((frame) => frame.type === 'refused' && frame.code === 'notHost'),
    `a stranger was answered ${refused.map((frame) => (frame.type === 'refused' ? frame.code : frame.type)).join(', ')}`,
  );
}
