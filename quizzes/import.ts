// npm run import -- FILE… [--out DIR] [--language TAG] [--json]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { assemble } from './formats/assemble.ts';
import { bring } from './formats/bring.ts';
import { review } from './formats/review.ts';
import { type ImportReport, isWhole, reportJson, reportLines } from './import-report.ts';
import { saveLeftOut, saveQuiz } from './save-brought.ts';

const USAGE = `npm run import -- FILE… [--out DIR] [--language TAG] [--json]

Reads quiz files of other programs, and says of each question what came of it. A folder stands for the files in it.
  --out DIR       writes quizzes there, what has to be finished first, and what was left out; without it nothing is written
  --language TAG  of the questions, such as de; without it what the file says, else a guess
  --json          the report for programs
Ends with 1 if anything was left out or has to be finished.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    language: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

const filesIn = (path: string): string[] =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map(({ name }) => join(path, name))
        .sort()
    : [path];

const refusal = (file: string, refused: string): ImportReport => ({ file, refused, rows: [], remarks: [], written: [] });

async function imported(file: string): Promise<ImportReport> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(file));
  } catch {
    return refusal(file, 'There is no such file, or it cannot be read.');
  }
  const brought = await bring({ name: basename(file), bytes });
  if ('refused' in brought) return refusal(file, brought.refused);
  const rows = review(brought);
  const { quizzes, toFinish, remarks } = assemble(brought, rows, file, values.language);
  const name = basename(file, extname(file));
  const save = (quiz: Parameters<typeof saveQuiz>[0], as: string) =>
    values.out ? [saveQuiz(quiz, brought.media, values.out, as)] : [];
  const { entries } = brought;
  const isLeft = entries.some(({ outcome }) => outcome === 'left');
  const written = [
    ...quizzes.flatMap((quiz) => save(quiz, name)),
    ...(toFinish ? save(toFinish, `${name}.to-finish`) : []),
    ...(isLeft && values.out ? [saveLeftOut(entries, values.out, `${name}.left-out`)] : []),
  ];
  const { format, title } = brought;
  return { file, format, ...(title && { title }), rows, remarks: [...brought.remarks, ...remarks], written };
}

const BAR = 30;
/** On a terminal, for many files. */
function progress(done: number, of: number) {
  if (!process.stderr.isTTY || of < 4) return;
  const filled = Math.round((BAR * done) / of);
  process.stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done}/${of}${done === of ? '\n' : ''}`);
}

if (values.help || !positionals.length) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}
const files = positionals.flatMap(filesIn);
const reports: ImportReport[] = [];
for (const file of files) {
  progress(reports.length, files.length);
  reports.push(await imported(file));
}
progress(files.length, files.length);
console.log(values.json ? JSON.stringify(reports.map(reportJson), null, 2) : reports.flatMap(reportLines).join('\n'));
process.exitCode = reports.every(isWhole) ? 0 : 1;
