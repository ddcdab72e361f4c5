// From what came to quizzes: their language, their title, their size.
import { expect, test } from 'vitest';
import { assemble } from '../../../quizzes/formats/assemble.ts';
import { optionsDraft, read, typedDraft } from '../../../quizzes/formats/drafts.ts';
import type { Brought, Draft } from '../../../quizzes/formats/format.ts';
import { guessLanguage } from '../../../quizzes/formats/guess-language.ts';
import { review } from '../../../quizzes/formats/review.ts';

test.each([
  ['en', 'What is the capital of Norway? Which of these is in the sea?'],
  ['de', 'Was ist die Hauptstadt von Norwegen? Welcher Berg ist der höchste und wie hoch ist er?'],
  ['fr', 'Quelle est la capitale de la Norvège ? Qui est dans le bateau ?'],
  ['es', '¿Cuál es la capital de Noruega? ¿Quién está en el barco y por qué?'],
  ['it', 'Qual è la capitale della Norvegia? Chi è nel mare e che cosa fa il pesce?'],
  ['pt', 'Qual é a capital da Noruega? Quem está no barco e onde fica o mar?'],
  ['nl', 'Wat is de hoofdstad van Noorwegen? Wie is het en waar zijn ze niet?'],
  ['pl', 'Jaka jest stolica Norwegii? Kto jest na statku i gdzie nie ma go?'],
  ['vi', 'Thủ đô của Na Uy là gì?'],
  ['ja', '首都はどこですか'],
  ['zh', '挪威的首都是哪里'],
  ['ko', '수도는 어디입니까'],
  ['he', 'מהי בירת נורווגיה'],
  ['ar', 'ما هي عاصمة النرويج'],
  ['uk', 'Яка столиця Норвегії і що це є'],
  ['ru', 'Какая столица Норвегии'],
  ['th', 'เมืองหลวงคืออะไร'],
  [undefined, 'Oslo, Lima, 3 × 4'],
])('%s', (language, text) => {
  expect(guessLanguage([text])).toBe(language);
});

const brought = (drafts: Draft[], change: Partial<Brought> = {}): Brought => ({
  format: 'Any',
  entries: drafts.map((draft, i) => read(`item ${i + 1}`, draft)),
  remarks: [],
  media: new Map(),
  ...change,
});
const assembled = (from: Brought, language?: string) => assemble(from, review(from), 'folder/my.quiz.csv', language);
const whole = optionsDraft('Red?', [
  { text: 'yes', right: true },
  { text: 'no', right: false },
]);
const half = typedDraft('Who?', []);

test('drafts stand apart until they are finished', () => {
  expect(assembled(brought([whole, half], { title: 'Mine', language: 'sv' }))).toMatchObject({
    quizzes: [{ title: 'Mine', language: 'sv', questions: [whole] }],
    toFinish: { title: 'Mine', language: 'sv', questions: [half] },
    remarks: [],
  });
});

test('what a file does not say is assumed, and told', () => {
  expect(assembled(brought([whole]))).toMatchObject({
    quizzes: [{ title: 'my.quiz', language: 'en', questions: [whole] }],
    toFinish: undefined,
    remarks: ['The file does not say its language: English was assumed.'],
  });
});

test('more than a quiz holds becomes several, a long title is cut in words', () => {
  const title = 'x'.repeat(100);
  const { quizzes, remarks } = assembled(
    brought(
      Array.from({ length: 450 }, () => whole),
      { title },
    ),
    'en',
  );
  expect(quizzes.map((quiz) => [quiz.title, quiz.questions.length])).toEqual([
    [`${'x'.repeat(73)}… (1)`, 200],
    [`${'x'.repeat(73)}… (2)`, 200],
    [`${'x'.repeat(73)}… (3)`, 50],
  ]);
  expect(remarks).toEqual([
    `The title was too long: “${title}”.`,
    'A quiz has 200 questions at most: 450 became several quizzes.',
  ]);
});
