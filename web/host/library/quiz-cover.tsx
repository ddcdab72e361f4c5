import type { ShelfQuiz } from '../../../game/wire/server-frames.ts';
import { ShapeIcon } from '../../ui/icons.tsx';
import { mediaAddress } from '../../ui/media-address.ts';
import { host as words } from '../../words/en.ts';

interface Shown {
  quiz: ShelfQuiz;
  nth: number;
  opening: boolean;
  open(): void;
  note?: string;
}

export function QuizCover({ quiz, nth, opening, open, note }: Shown) {
  const { title, language, questions, picture } = quiz;
  return (
    <button type="button" class="cover" aria-busy={opening} onClick={open}>
      <span class="cover-art">{picture ? <img src={mediaAddress(picture.file)} alt="" /> : <CoverShapes first={nth} />}</span>
      <span class="cover-title" lang={language}>
        {title || words.own.untitled}
      </span>
      <span class="cover-count">
        {opening ? words.shelf.opening : words.question.questions(questions)}
        {note && <span class="cover-note">{note}</span>}
      </span>
    </button>
  );
}

/** Rotated per cover, so that neighbours differ. */
function CoverShapes({ first }: { first: number }) {
  const numbers = [0, 1, 2, 3].map((n) => ((first + n) % 4) + 1);
  return (
    <span class="cover-shapes" aria-hidden="true">
      {numbers.map((number) => (
        <span key={number} data-option={number}>
          <ShapeIcon number={number} />
        </span>
      ))}
    </span>
  );
}
