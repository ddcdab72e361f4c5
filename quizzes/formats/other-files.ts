// Files that are often dropped and that nothing here reads, by their content.
import { isZip, namesInZip } from './unzip.ts';

const PASTE = 'open it, and paste its text.';

const IN_ZIP: [string, string][] = [
  ['word/document.xml', `a Word document: ${PASTE}`],
  ['ppt/presentation.xml', `a PowerPoint presentation: ${PASTE}`],
  ['Index/Document.iwa', 'a document of Pages, Numbers or Keynote: save it as .xlsx, or paste its text.'],
  ['content.xml', 'an OpenDocument file: save a table as .xlsx, or paste the text of a document.'],
  ['collection.anki2', 'an Anki deck: take it out as “Notes in Plain Text”.'],
];

const BY_BYTES: [RegExp, string][] = [
  [/^%PDF/, `a PDF: ${PASTE}`],
  [/^\{\\rtf/, `a text with formatting (RTF): ${PASTE}`],
  [/^(\u0089PNG|\u00ff\u00d8\u00ff|GIF8|RIFF....WEBP)/s, 'a picture: it belongs into a question.'],
  [/^(ID3|....ftyp|OggS|RIFF....WAVE)/s, 'sound or film, not a quiz.'],
  [/^(Rar!|7z\u00bc\u00af)/, 'an archive of another kind than zip: unpack it first.'],
  [/\\begin\{(question|solution)\}/, 'an exercise of R/exams, which has to be run: take it out as Moodle XML.'],
];

/** @returns what it is and what to do, as the end of a sentence; undefined: unknown */
export function otherFile(bytes: Uint8Array): string | undefined {
  if (isZip(bytes)) {
    const names = namesInZip(bytes);
    return IN_ZIP.find(([name]) => names.includes(name))?.[1];
  }
  const head = String.fromCharCode(...bytes.subarray(0, 4_000));
  return BY_BYTES.find(([pattern]) => pattern.test(head))?.[1];
}
