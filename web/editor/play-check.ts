// What is still missing before a quiz can be played, in the order of its questions.
import { editor as words } from '../words/en-editor.ts';
import type { EditedQuiz } from './model/edited-quiz.ts';
import type { Clashes } from './model/editor-model.ts';
import { faultInWords, faultsIn } from './question/fault-words.ts';

export interface Missing {
  /** Absent: of the quiz. */
  question?: string;
  field: string;
  part?: string | number | undefined;
  text: string;
}

export function missingIn({ heading, drafts }: EditedQuiz, clashes: Clashes): Missing[] {
  const ofQuiz: Missing[] = [];
  if (!heading.title.trim()) ofQuiz.push({ field: 'title', text: words.check.noTitle });
  if (clashes.heading) ofQuiz.push({ field: 'clash', text: words.check.clash });
  if (heading.order.length === 0) ofQuiz.push({ field: 'add', text: words.check.noQuestions });
  const ofQuestions = heading.order.flatMap((question, i): Missing[] => {
    const draft = drafts.get(question) ?? {};
    const faults = faultsIn(draft).map(
      (fault): Missing => ({
        question,
        field: fault.field,
        part: fault.part,
        text: words.check.fault(i + 1, faultInWords(draft, fault)),
      }),
    );
    return clashes.drafts.has(question)
      ? [{ question, field: 'clash', text: words.check.fault(i + 1, words.check.clash) }, ...faults]
      : faults;
  });
  return [...ofQuiz, ...ofQuestions];
}
