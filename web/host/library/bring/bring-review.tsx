import type { Bringing, BringQuiz, BroughtFile } from '../../../ui/bringing-model.ts';
import { host as words } from '../../../words/en.ts';
import { BringDestination } from './bring-destination.tsx';
import { countsOf } from './brought-rows.ts';
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
  const { name, format, language, remarks, rows } = file;
  const numbered = rows.map((row, i) => ({ row, i }));
  const toSee = numbered.filter(({ row }) => row.verdict !== 'taken');
  const plain = numbered.filter(({ row }) => row.verdict === 'taken');
  const rowOf = ({ row, i }: (typeof numbered)[number]) => (
    <ReviewRow key={i} row={row} number={i + 1} place={[nth, i]} language={language} bringing={bringing} />
  );
  return (
    <section aria-label={name}>
      {!isOnly && <h3>{name}</h3>}
      <p class="hint">{words.bring.from(format)}</p>
      {remarks.map((remark) => (
        <p key={remark} class="hint">
          {remark}
        </p>
      ))}
      <ul class="review">{toSee.map(rowOf)}</ul>
      {plain.length > 0 && (
        <details class="review-plain" open={toSee.length === 0}>
          <summary>{words.bring.plain(plain.length)}</summary>
          <ul class="review">{plain.map(rowOf)}</ul>
        </details>
      )}
    </section>
  );
}
