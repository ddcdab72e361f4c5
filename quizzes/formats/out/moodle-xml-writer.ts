import type { Quiz } from '../../../game/quiz/quiz.ts';
import { moodleXml } from '../moodle-xml.ts';
import { asWritten, type Written, weights } from './as-written.ts';
import type { Pictures, Writer } from './writer.ts';
import { toBase64, xhtmlText, xmlText } from './xml-text.ts';

type Question = Quiz['questions'][number];

const TYPES = { options: 'multichoice', truth: 'truefalse', words: 'shortanswer', other: '' };

/** Plain text keeps spaces and signs; HTML is for pictures alone. */
const plain = (name: string, text: string) => `<${name} format="plain_text"><text>${xmlText(text)}</text></${name}>`;

function questionText({ text, picture }: Question, pictures: Pictures): string {
  const bytes = picture && pictures.get(picture.file);
  if (!picture || !bytes) return plain('questiontext', text);
  const name = picture.file.split('/').at(-1) ?? '';
  const html = `<p>${xhtmlText(text)}</p><p><img src="@@PLUGINFILE@@/${encodeURIComponent(name)}" alt="${xmlText(picture.alt)}"/></p>`;
  const file = `<file name="${xmlText(name)}" path="/" encoding="base64">${toBase64(bytes)}</file>`;
  return `<questiontext format="html"><text>${xmlText(html)}</text>${file}</questiontext>`;
}

const answer = (fraction: string, text: string) =>
  `<answer fraction="${fraction}" format="plain_text"><text>${xmlText(text)}</text></answer>`;

function answers(written: Written): string[] {
  if (written.sort === 'truth')
    return [true, false].map((truth) =>
      answer(truth === written.right ? '100' : '0', String(truth)).replace('plain_text', 'moodle_auto_format'),
    );
  if (written.sort === 'words')
    return [`<usecase>${written.caseCounts ? 1 : 0}</usecase>`, ...written.accepted.map((text) => answer('100', text))];
  if (written.sort === 'other') return [];
  const weighed = weights(written);
  return [
    `<single>${!written.several}</single>`,
    '<shuffleanswers>true</shuffleanswers>',
    '<answernumbering>abc</answernumbering>',
    ...written.options.map((option, i) =>
      answer(written.several ? (weighed[i] ?? '0') : option.right ? '100' : '0', option.text),
    ),
  ];
}

function element(question: Question, number: number, pictures: Pictures): string {
  const written = asWritten(question);
  return [
    `  <question type="${TYPES[written.sort]}">`,
    `<name><text>Q${number}</text></name>`,
    questionText(question, pictures),
    ...(question.explanation ? [plain('generalfeedback', question.explanation)] : []),
    '<defaultgrade>1</defaultgrade>',
    ...answers(written),
  ]
    .join('\n    ')
    .concat('\n  </question>');
}

const holds = (question: Question) => asWritten(question).sort !== 'other';

export const moodleXmlWriter: Writer = {
  name: moodleXml.name,
  ending: '.xml',
  reader: moodleXml,
  holds,
  write: ({ title, questions }, pictures) => {
    const path = `$course$/top/${title.replaceAll('/', '//')}`;
    const category = `  <question type="category"><category><text>${xmlText(path)}</text></category></question>`;
    const all = questions.flatMap((question, i) => (holds(question) ? [element(question, i + 1, pictures)] : []));
    return new TextEncoder().encode(
      `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${[category, ...all].join('\n')}\n</quiz>\n`,
    );
  },
};
