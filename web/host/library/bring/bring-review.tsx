import { leftOutJson } from '../../../../quizzes/formats/left-out.ts';
import type { Bringing, BringQuiz, BroughtFile, BroughtRow } from '../../../ui/bringing-model.ts';
import { safeName, saveFile } from '../../../ui/save-file.ts';
import { useSignal } from '../../../ui/use-signal.ts';
import { host as words } from '../../../words/en.ts';
import { BringDestination } from './bring-destination.tsx';
import { countsOf, leftOutOf } from './brought-rows.ts';
import { Refused, readFiles } from './choose-files.tsx';
import { ReviewRow } from './review-row.tsx';

export function BringReview({ state, bringing }: { state: Bringing & { step: 'review' }; bringing: BringQuiz }) {
  const { files, refused } = state;
  const counts = countsOf(files.flatMap(({ rows }) => rows));
  return (
    <>
      <p class="bring-sum" role="status">
        {words.bring.sum(counts)}
      </p>
      <Refused files={refused} />
      <div class="bring-files">
        {files.map((file, i) => (
          <FileReview key={`${i} ${file.name}`} file={file} nth={i} isOnly={files.length === 1} bringing={bringing} />
        ))}
        <label class="quiet-button more-files">
          {words.bring.more}
          <input
            class="visually-hidden"
            type="file"
            multiple
            onChange={({ currentTarget }) => currentTarget.files?.length && readFiles(bringing, currentTarget.files)}
          />
        </label>
      </div>
      <BringDestination files={files} bringing={bringing} />
    </>
  );
}

interface FileProps {
  file: BroughtFile;
  nth: number;
  isOnly: boolean;
  bringing: BringQuiz;
}

function FileReview({ file, nth, isOnly, bringing }: FileProps) {
  const { name, format, remarks, rows } = file;
  const numbered = rows.map((row, i) => ({ row, i }));
  const toSee = numbered.filter(({ row }) => row.verdict !== 'taken');
  const plain = numbered.filter(({ row }) => row.verdict === 'taken');
  const isOpen = useSignal(toSee.length === 0);
  const common = { file, nth, bringing };
  const leftOut = leftOutOf(file);
  return (
    <section aria-label={name}>
      {!isOnly && <h3>{name}</h3>}
      <p class="hint">{words.bring.from(format)}</p>
      {remarks.map((remark) => (
        <p key={remark} class="hint">
          {remark}
        </p>
      ))}
      <Rows rows={toSee} {...common} />
      {leftOut.length > 0 && (
        <button
          type="button"
          class="quiet-button keep-left"
          onClick={() => saveFile(`${safeName(name)}.left-out.json`, leftOutJson(leftOut), 'application/json')}
        >
          {words.bring.keep(leftOut.length)}
        </button>
      )}
      {plain.length > 0 && (
        <details class="review-plain" open={isOpen.value} onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
          <summary>{words.bring.plain(plain.length)}</summary>
          {isOpen.value && <Rows rows={plain} {...common} />}
        </details>
      )}
    </section>
  );
}

/** Rows that are drawn: a thousand would hold up the page. */
const AT_ONCE = 50;

interface RowsProps extends Omit<FileProps, 'isOnly'> {
  rows: readonly { row: BroughtRow; i: number }[];
}

function Rows({ rows, file, nth, bringing }: RowsProps) {
  const shown = useSignal(AT_ONCE);
  const more = rows.length - shown.value;
  return (
    <>
      <ul class="review">
        {rows.slice(0, shown.value).map(({ row, i }) => (
          <ReviewRow key={i} row={row} number={i + 1} place={[nth, i]} language={file.language} bringing={bringing} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="quiet-button" onClick={() => (shown.value += AT_ONCE)}>
          {words.bring.further(more)}
        </button>
      )}
    </>
  );
}
