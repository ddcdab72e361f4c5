// A quiz to be printed, and answered by pencil.
import type { Quiz } from '../../../game/quiz/quiz.ts';
import { callOf, keyOf, PrintedForm, reordered } from '../../questions/printed.tsx';
import { paper as words } from '../../words/en-export.ts';
import { VERSIONS, type Version, versionOrder } from './version-order.ts';

type Question = Quiz['questions'][number];
export type PaperStyle = 'blank' | 'answered' | 'versions';

interface Props {
  quiz: Quiz;
  style: PaperStyle;
  /** From the picture's name. */
  address(file: string): string;
}

/** As a version asks it. */
const asked = ({ questions }: Quiz, version: Version): Question[] =>
  questions.map((question, i) => reordered(question, versionOrder(version, `${i} ${question.text}`)));

export function PaperSheet({ quiz, style, address }: Props) {
  if (style !== 'versions') return <Sheet quiz={quiz} answered={style === 'answered'} address={address} />;
  const versions = VERSIONS.map((version) => ({ version, questions: asked(quiz, version) }));
  return (
    <>
      {versions.map(({ version, questions }) => (
        <Sheet key={version} quiz={{ ...quiz, questions }} version={version} address={address} />
      ))}
      <section class="sheet" lang={words.language}>
        <h1>{words.key}</h1>
        <p class="of-quiz" lang={quiz.language} dir="auto">
          {quiz.title}
        </p>
        <div class="keys">
          {versions.map(({ version, questions }) => (
            <Key key={version} version={version} questions={questions} language={quiz.language} />
          ))}
        </div>
      </section>
    </>
  );
}

interface SheetProps extends Omit<Props, 'style'> {
  answered?: boolean;
  version?: Version;
}

function Sheet({ quiz: { title, language, questions }, answered = false, version, address }: SheetProps) {
  const graded = questions.filter((question) => keyOf(question)).length;
  return (
    <section class="sheet" lang={language}>
      <header lang={words.language}>
        <p class="lines">
          {[words.name, words.group, words.date].map((line) => (
            <span key={line}>{line}</span>
          ))}
          {graded > 0 && <span class="score">{words.points(graded)}</span>}
        </p>
        <h1 dir="auto">
          <span lang={language}>{title}</span>
          {version && <small>{words.version(version)}</small>}
        </h1>
      </header>
      <ol class="questions">
        {questions.map((question, i) => (
          <Printed key={i} question={question} answered={answered} address={address} />
        ))}
      </ol>
    </section>
  );
}

interface PrintedProps {
  question: Question;
  answered: boolean;
  address(file: string): string;
}

function Printed({ question, answered, address }: PrintedProps) {
  const { text, picture, explanation } = question;
  return (
    <li dir="auto">
      <p class="text">{text}</p>
      {picture && <img src={address(picture.file)} alt={picture.alt} />}
      <p class="call" lang={words.language}>
        <bdi>{callOf(question)}</bdi>
      </p>
      <PrintedForm question={question} answered={answered} />
      {answered && explanation && (
        <p class="explanation" dir="auto">
          {explanation}
        </p>
      )}
    </li>
  );
}

function Key({ version, questions, language }: { version: Version; questions: readonly Question[]; language: string }) {
  return (
    <table>
      <caption>{words.version(version)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.question}</th>
          <th scope="col">{words.answer}</th>
        </tr>
      </thead>
      <tbody>
        {questions.map((question, i) => (
          <tr key={i}>
            <th scope="row">{i + 1}</th>
            <td lang={language} dir="auto">
              {keyOf(question) || words.open}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
