import type { Draft } from '../../../game/quiz/library.ts';
import { editor as words } from '../../words/en-editor.ts';
import { isSame } from '../model/edited-quiz.ts';

interface Props {
  title: string;
  mine: Draft;
  theirs: Draft;
  language: string;
  take(whose: 'mine' | 'theirs'): void;
}

/** Two versions: what differs, side by side. */
export function Clash({ title, mine, theirs, language, take }: Props) {
  const fields = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter(
    (field) => !isSame(mine[field], theirs[field]),
  );
  return (
    <section class="clash" data-field="clash" aria-label={title}>
      <h2>{title}</h2>
      <p>{words.clash.text}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.clash.field}</th>
            <th scope="col">{words.clash.mine}</th>
            <th scope="col">{words.clash.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{words.clashFields[field] ?? field}</th>
              <td lang={language}>{inWords(mine[field])}</td>
              <td lang={language}>{inWords(theirs[field])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="row">
        <button type="button" class="quiet" onClick={() => take('mine')}>
          {words.clash.takeMine}
        </button>
        <button type="button" class="quiet" onClick={() => take('theirs')}>
          {words.clash.takeTheirs}
        </button>
      </p>
    </section>
  );
}

function inWords(value: unknown): string {
  if (value === undefined || value === '' || value === null) return words.clash.nothing;
  if (typeof value === 'boolean') return value ? words.clash.yes : words.clash.no;
  if (typeof value === 'object') return Object.values(value).map(inWords).join(' · ');
  return String(value);
}
