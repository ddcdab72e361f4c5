import { useEffect, useRef } from 'preact/hooks';
import type { Draft } from '../../../../game/quiz/library.ts';
import type { BringQuiz, BroughtRow, RowPlace } from '../../../ui/bringing-model.ts';
import { useSignal } from '../../../ui/use-signal.ts';
import { host as words } from '../../../words/en.ts';

interface Props {
  row: BroughtRow;
  number: number;
  place: RowPlace;
  language: string;
  bringing: BringQuiz;
}

export function ReviewRow({ row, number, place, language, bringing }: Props) {
  const isMending = useSignal(false);
  const { at, verdict, draft, notes, answer, isTaken } = row;
  const text = String(draft?.text ?? row.text) || words.bring.noText;
  const label = (deed: string) => `${deed}: ${text}`;
  return (
    <li data-verdict={isTaken ? verdict : 'left'}>
      <span class="review-at">{at}</span>
      <span class="review-verdict">{words.bring.verdicts[isTaken ? verdict : 'left']}</span>
      <span class="review-text" dir="auto" lang={language}>
        {text}
      </span>
      {answer && (
        <span class="review-answer" dir="auto" lang={language}>
          ✓ {answer}
        </span>
      )}
      {notes.map((note) => (
        <span key={note} class="review-why">
          {note}
        </span>
      ))}
      {!isMending.value && (
        <span class="review-deeds">
          <button
            type="button"
            class="quiet-button"
            aria-label={label(words.bring.mend)}
            onClick={() => (isMending.value = true)}
          >
            {words.bring.mend}
          </button>
          {draft && (
            <button
              type="button"
              class="quiet-button"
              aria-label={label(isTaken ? words.bring.leave : words.bring.take)}
              onClick={() => bringing.take(place, !isTaken)}
            >
              {isTaken ? words.bring.leave : words.bring.take}
            </button>
          )}
        </span>
      )}
      {isMending.value && (
        <Mending
          draft={draft}
          text={row.text}
          number={number}
          language={language}
          done={async (mended) => {
            await bringing.mend(place, mended);
            isMending.value = false;
          }}
        />
      )}
    </li>
  );
}

interface MendingProps {
  draft: Draft | undefined;
  text: string;
  number: number;
  language: string;
  done(draft: Draft): void;
}

/** The editor's own form; its code comes with the first that is mended. */
function Mending(props: MendingProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let close = () => {};
    let isGone = false;
    void import('../../../editor/mend-question.tsx').then(async ({ mendQuestion }) => {
      if (!isGone && place.current) close = await mendQuestion(place.current, props);
    });
    return () => {
      isGone = true;
      close();
    };
  }, []);
  return <div ref={place} class="editor mending" />;
}
