// What is loaded only when something is dropped.
import type { Draft } from '../../../../game/quiz/library.ts';
import { solutionInWords } from '../../../../game/quiz/questions/asked.ts';
import { parseQuiz } from '../../../../game/quiz/quiz.ts';
import { assemble } from '../../../../quizzes/formats/assemble.ts';
import { bring } from '../../../../quizzes/formats/bring.ts';
import { type Reviewed, review } from '../../../../quizzes/formats/review.ts';
import { faultInWords, faultsIn } from '../../../editor/question/fault-words.ts';
import type { BroughtFile, BroughtRow, DroppedFile, RefusedFile } from '../../../ui/bringing-model.ts';

/** @returns what is missing in it, in words; its right answer where nothing is */
export function checked(draft: Draft, language: string): { faults: string[]; answer: string | undefined } {
  const faults = faultsIn(draft).map((fault) => faultInWords(draft, fault));
  const parsed = faults.length ? { faults } : parseQuiz({ title: 'Any', language, questions: [draft] });
  const [question] = 'quiz' in parsed ? parsed.quiz.questions : [];
  return { faults, answer: question && 'quiz' in parsed ? solutionInWords(question, parsed.quiz) : undefined };
}

function rowOf({ entry, verdict }: Reviewed, language: string): BroughtRow {
  const { at } = entry;
  if (entry.outcome === 'left') return { at, verdict, text: entry.text, kept: entry.kept, notes: [entry.reason], isTaken: false };
  const { draft, changes } = entry;
  const { faults, answer } = checked(draft, language);
  return { at, verdict, text: draft.text, notes: [...changes, ...faults], draft, answer, isTaken: true };
}

export async function readFile({ name, bytes }: DroppedFile): Promise<BroughtFile | RefusedFile> {
  const brought = await bring({ name, bytes });
  if ('refused' in brought) return { name, reason: brought.refused };
  const reviewed = review(brought);
  const { title, language, remarks } = assemble(brought, reviewed, name);
  const { format, media } = brought;
  const rows = reviewed.map((row) => rowOf(row, language));
  return { name, format, title, language, remarks: [...brought.remarks, ...remarks], rows, media };
}
