import { jsonFile, quizcastFile } from '../../quizzes/formats/out/quizcast-file.ts';
import { ranges } from '../../quizzes/formats/out/ranges.ts';
import { takeOut } from '../../quizzes/formats/out/take-out.ts';
import type { Writer } from '../../quizzes/formats/out/writer.ts';
import { WRITERS } from '../../quizzes/formats/out/writers.ts';
import { safeName, saveFile } from '../ui/save-file.ts';
import { out as words } from '../words/en-export.ts';
import type { Gathered } from './gathered.ts';
import { openPaper } from './paper/open-paper.tsx';
import type { PaperStyle } from './paper/paper-sheet.tsx';

/** A file or a sheet that can be had at once. */
export interface Prepared {
  /** What it does not keep, in words. */
  losses: readonly string[];
  /** @returns false: the browser refused */
  go(): boolean;
}

export interface ExportFormat {
  id: string;
  name: string;
  hint: string;
  /** With its dot; absent: it is printed. */
  ending?: string;
  /** @returns undefined: something did not come; `nothing`: no question is fit for it */
  prepare(of: Gathered): Promise<Prepared | 'nothing' | undefined>;
}

function saved({ whole: { title } }: Gathered, bytes: Uint8Array<ArrayBuffer>, ending: string): () => true {
  return () => {
    saveFile(`${safeName(title) || words.untitled}${ending}`, bytes, 'application/octet-stream');
    return true;
  };
}

const leftOut = ({ unfinished }: Gathered) =>
  unfinished.length ? [words.unfinished(ranges(unfinished), unfinished.length === 1)] : [];

const quizcast: ExportFormat = {
  id: 'quizcast',
  ...words.own.quizcast,
  ending: '.quizcast',
  async prepare(of) {
    const media = await of.media();
    return media && { losses: [], go: saved(of, quizcastFile(of.whole, media), '.quizcast') };
  },
};

const json: ExportFormat = {
  id: 'json',
  ...words.own.json,
  ending: '.json',
  async prepare(of) {
    const { bytes, losses } = jsonFile(of.whole);
    return { losses, go: saved(of, bytes, '.json') };
  },
};

const written = (writer: Writer): ExportFormat => ({
  id: writer.name,
  name: writer.name,
  hint: words.hints[writer.name] ?? '',
  ending: writer.ending,
  async prepare(of) {
    if (!of.finished) return 'nothing';
    const media = await of.media();
    if (!media) return undefined;
    const { quiz, numbers } = of.finished;
    const { bytes, losses } = await takeOut(quiz, writer, media, numbers);
    return { losses: [...leftOut(of), ...losses], go: saved(of, new Uint8Array(bytes), writer.ending) };
  },
});

const printed = (style: PaperStyle): ExportFormat => ({
  id: style,
  ...words.paper[style],
  async prepare(of) {
    const { finished } = of;
    return finished ? { losses: leftOut(of), go: () => openPaper(finished.quiz, style) } : 'nothing';
  },
});

/** In the order in which they are offered. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  quizcast,
  printed('blank'),
  printed('answered'),
  printed('versions'),
  ...WRITERS.map(written),
  json,
];
