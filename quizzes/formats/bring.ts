import { aiken } from './aiken.ts';
import { cards } from './cards.ts';
import { classQuiz } from './classquiz.ts';
import { withoutFences } from './fenced-data.ts';
import type { AnyFormat, Brought, DroppedFile } from './format.ts';
import { fuiz } from './fuiz.ts';
import { gift } from './gift.ts';
import { h5p } from './h5p.ts';
import { jsonList } from './json-list.ts';
import { kahootJson } from './kahoot-json.ts';
import { moodleXml } from './moodle-xml.ts';
import { openTdb } from './opentdb.ts';
import { otherFile } from './other-files.ts';
import { ownQuiz } from './own-quiz.ts';
import { plainText } from './plain-text.ts';
import { qti } from './qti.ts';
import { razzia } from './razzia.ts';
import { separated, workbook } from './tables.ts';

/** Most specific first: each is asked in turn. */
const FORMATS: AnyFormat[] = [
  // Zip files.
  ownQuiz,
  workbook,
  h5p,
  // XML, TOML, JSON.
  qti,
  moodleXml,
  fuiz,
  openTdb,
  classQuiz,
  razzia,
  kahootJson,
  jsonList,
  // Texts.
  gift,
  aiken,
  separated,
  plainText,
  cards,
];

const MB = 1e6;
const MOST_MB = 100;
/** No quiz as text is larger. */
const SURE_MB = 10;

/** Every question is in the entries exactly once. */
function counted(brought: Brought): Brought {
  const { found, entries, format } = brought;
  if (found !== undefined && entries.length !== found)
    throw new Error(`${format}: ${found} questions found, but ${entries.length} told of`);
  return brought;
}

/**
 * Any file that people have, question by question; or why it cannot be read at all.
 * @param formats in the order in which they are asked
 */
export async function bring(file: DroppedFile, formats: readonly AnyFormat[] = FORMATS): Promise<Brought | { refused: string }> {
  const { name, bytes } = file;
  if (!bytes.length) return { refused: `${name} is empty.` };
  if (bytes.length > MOST_MB * MB)
    return { refused: `${name} has ${Math.round(bytes.length / MB)} MB, at most ${MOST_MB} MB can be read.` };
  const reasons: string[] = [];
  const bare = withoutFences(file);
  for (const format of formats) {
    if (!format.recognises(bare)) continue;
    const brought = counted(await format.read(bare));
    if (brought.entries.length) return brought;
    reasons.push(brought.remarks[0] ?? `${name} looks like ${brought.format}, but has no questions.`);
  }
  const other = otherFile(bytes);
  if (!reasons.length && other) return { refused: `${name} is ${other}` };
  const known = bytes.length > SURE_MB * MB ? 'known here, or too large to tell' : 'known here';
  return { refused: reasons[0] ?? `${name} is in no format that is ${known}.` };
}
