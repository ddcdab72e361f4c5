import type { QuizHead } from '../../game/quiz/library.ts';
import type { ShelfQuiz } from '../../game/wire/server-frames.ts';

export const listedQuiz = ({ id, title, language, order, cover }: QuizHead): ShelfQuiz => ({
  id,
  title,
  language,
  questions: order.length,
  picture: cover && { file: cover.file, alt: cover.alt },
});
