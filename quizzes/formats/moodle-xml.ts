import { left, read, trueFalseDraft } from './drafts.ts';
import type { Brought, DroppedFile, Entry, Format } from './format.ts';
import { maybeHtml, plainText, type ShownText, shownHtml } from './markup/shown-text.ts';
import { child, elements, everywhere, innerHtml, parseXml, wholeText, type XmlElement } from './markup/xml.ts';
import { fromBase64, questionPicture } from './pictures.ts';
import { rootIn, textOf } from './text-file.ts';
import { acceptedDraft, CASE_COUNTS, explanationOf, type WeightedAnswer, weightedDraft } from './weighted.ts';

const MISSING = 'there is no such kind of question here';
/** By `type`; others go by their name. */
const OTHERS = new Map([
  ['description', 'a text to read: nothing to ask'],
  ['essay', `an essay: ${MISSING}`],
  ['numerical', `a number with a tolerance: ${MISSING}`],
  ['calculated', `a calculated number: ${MISSING}`],
  ['matching', `pairs to match: ${MISSING}`],
  ['multianswer', `gaps in a text (cloze): ${MISSING}`],
  ['cloze', `gaps in a text (cloze): ${MISSING}`],
  ['gapselect', `gaps in a text: ${MISSING}`],
  ['ddwtos', `gaps in a text: ${MISSING}`],
  ['ordering', `an order: ${MISSING}`],
]);

/** Plugins that ask for all that is right. */
const ALL_RIGHT = ['multichoiceset', 'oumultiresponse'];
const TAKEN = ['multichoice', 'truefalse', 'shortanswer', ...ALL_RIGHT];

/** Moodle's `<questiontext format="html"><text>…</text></questiontext>`. */
function shown(of: XmlElement | undefined): ShownText {
  const text = innerHtml(child(of, 'text') ?? of, true, (one) => one.name === 'file').trim();
  const format = of?.attributes.format;
  if (format === 'html') return shownHtml(text);
  return format === 'plain_text' || format === 'markdown' ? plainText(text) : maybeHtml(text);
}

/** Pictures that stand beside a text. */
function filesOf(question: XmlElement): (src: string) => Uint8Array | undefined {
  const files = elements(question).flatMap((part) => [part, ...elements(part)].flatMap((one) => elements(one, 'file')));
  return (src) => {
    const name = src.replace(/^@@PLUGINFILE@@\/?/, '').replace(/\?.*$/, '');
    const file = files.find((one) => one.attributes.name === name || encodeURIComponent(one.attributes.name ?? '') === name);
    return file && fromBase64(wholeText(file));
  };
}

const percent = (value = '0') => Number(value.replace(',', '.').replace('%', '')) || 0;

interface Answers {
  answers: WeightedAnswer[];
  changes: string[];
}

function answersOf(question: XmlElement): Answers {
  const found = elements(question, 'answer').map((answer) => ({ answer, text: shown(answer) }));
  const pictures = found.some(({ text }) => text.pictures.length);
  return {
    answers: found.map(({ answer, text }) => ({
      text: text.text || (text.pictures[0]?.alt ?? ''),
      weight: percent(answer.attributes.fraction),
      feedback: shown(child(answer, 'feedback')).text,
    })),
    changes: [...new Set(found.flatMap(({ text }) => text.changes)), ...(pictures ? ['pictures in answers were left out'] : [])],
  };
}

const isYes = (of: XmlElement | undefined, otherwise: boolean) => (of ? /^\s*(true|1|yes)\s*$/i.test(wholeText(of)) : otherwise);

function draftOf(question: XmlElement, type: string, text: string, more: { picture?: { file: string; alt: string } }) {
  const { answers, changes } = answersOf(question);
  const general = shown(child(question, 'generalfeedback')).text;
  if (type === 'truefalse') {
    const marked = answers.map((one) => ({ ...one, right: one.weight > 0 }));
    const right = marked.find((one) => one.right)?.text.toLowerCase();
    const told = explanationOf(marked, general);
    const truth = right === 'true' ? true : right === 'false' ? false : undefined;
    return {
      draft: trueFalseDraft(text, truth, { ...more, explanation: told.explanation }),
      changes: [...changes, ...told.changes],
    };
  }
  const several = ALL_RIGHT.includes(type) || !isYes(child(question, 'single'), true);
  const made =
    type === 'multichoice' || ALL_RIGHT.includes(type)
      ? weightedDraft(text, answers, { ...more, several, general })
      : acceptedDraft(text, answers, {
          ...more,
          general,
          tolerate: isYes(child(question, 'usecase'), false) ? CASE_COUNTS : undefined,
        });
  return { draft: made.draft, changes: [...changes, ...made.changes] };
}

/** Any number but the exact one is right, too. */
const isTolerant = (question: XmlElement) =>
  elements(question, 'answer').some((answer) => percent(wholeText(child(answer, 'tolerance'))) !== 0) ||
  child(child(question, 'units'), 'unit') !== undefined;

function entryOf(question: XmlElement, i: number, media: Map<string, Uint8Array>): Entry {
  const at = `item ${i + 1}`;
  const type = question.attributes.type?.toLowerCase() ?? '';
  const stem = shown(child(question, 'questiontext'));
  const name = wholeText(child(child(question, 'name'), 'text')).trim();
  if (!TAKEN.includes(type) && !(type === 'numerical' && !isTolerant(question)))
    return left(at, stem.text || name, OTHERS.get(type) ?? `a question of the type “${type}”: ${MISSING}`);
  const old = wholeText(child(question, 'image_base64')).trim();
  const pictures = [...stem.pictures, ...(old ? [{ src: `data:image/png;base64,${old}`, alt: '' }] : [])];
  const { picture, changes } = questionPicture(pictures, media, filesOf(question));
  const { draft, changes: more } = draftOf(question, type, stem.text || name, { ...(picture && { picture }) });
  const named = stem.text ? [] : ['the question’s name became its text'];
  return read(at, draft, [...named, ...stem.changes, ...changes, ...more]);
}

/** Questions as Moodle keeps them whole. */
export const moodleXml: Format = {
  name: 'Moodle XML',
  recognises: ({ bytes }: DroppedFile) => rootIn(bytes) === 'quiz',
  read: ({ bytes }: DroppedFile): Brought => {
    const { text, remarks } = textOf(bytes);
    const xml = parseXml(text);
    const all = xml ? everywhere(xml.root, 'question') : [];
    const questions = all.filter(({ attributes }) => attributes.type !== 'category');
    const media = new Map<string, Uint8Array>();
    const path = all.map((one) => wholeText(child(child(one, 'category'), 'text')).trim()).find((one) => one);
    const title = path
      ?.split(/(?<!\/)\/(?!\/)/)
      .at(-1)
      ?.replaceAll('//', '/')
      .trim();
    return {
      format: moodleXml.name,
      ...(title && title !== 'top' && !title.startsWith('$') && { title }),
      found: questions.length,
      entries: questions.map((one, i) => entryOf(one, i, media)),
      remarks: [...remarks, ...(xml?.fault ? [`The file ${xml.fault}`] : [])],
      media,
    };
  },
};
