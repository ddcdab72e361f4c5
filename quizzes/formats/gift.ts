import { left, read, trueFalseDraft } from './drafts.ts';
import type { Brought, DroppedFile, Entry, Format } from './format.ts';
import { type GiftAnswers, giftAnswers } from './gift/answers.ts';
import { type Block, giftBlocks } from './gift/blocks.ts';
import { answerBraces, type Braces, inside } from './gift/braces.ts';
import { unescaped } from './gift/escapes.ts';
import { maybeHtml, plainText, type ShownText, shownHtml } from './markup/shown-text.ts';
import { questionPicture } from './pictures.ts';
import { headOf, textOf, tooLong } from './text-file.ts';
import { acceptedDraft, explanationOf, weightedDraft } from './weighted.ts';

const GAP = '_____';
const FORMAT = /^\[(html|markdown|plain|moodle)\]/i;

/** Whatever its answers: answers go by the question's format unless they give their own. */
type Show = (escaped: string) => ShownText;

function showBy(format: string | undefined): Show {
  return (escaped) => {
    const own = FORMAT.exec(escaped.trim())?.[1] ?? format;
    const text = unescaped(escaped.trim().replace(FORMAT, '').trim());
    if (own?.toLowerCase() === 'html') return shownHtml(text);
    return own && own.toLowerCase() !== 'moodle' ? plainText(text) : maybeHtml(text);
  };
}

/** `::title::` and the rest. */
function titled(text: string): { title: string; rest: string } {
  const found = /^::([\s\S]*?)::/.exec(text);
  return found ? { title: found[1]?.trim() ?? '', rest: text.slice(found[0].length).trim() } : { title: '', rest: text };
}

/** The question without its answers; a gap where text follows them. */
function withoutAnswers(text: string, braces: Braces): string {
  const before = text.slice(0, braces.from);
  // A program's own string ended there.
  const after = text.slice(braces.to).replace(/^["”;\s]+$/, '');
  return after.trim() ? `${before}${GAP}${after}` : before.trim();
}

interface Stem {
  at: string;
  text: string;
  show: Show;
  more: { seconds?: number; picture?: { file: string; alt: string } };
  changes: string[];
}

const withText = (show: Show, answers: Extract<GiftAnswers, { sort: 'options' | 'accepted' }>['answers']) =>
  answers.map((answer) => ({ ...answer, text: show(answer.text).text, feedback: show(answer.feedback).text }));

function entryOf({ at, text, show, more, changes }: Stem, found: Exclude<GiftAnswers, { sort: 'other' }>): Entry {
  const general = show(found.explanation).text;
  if (found.sort === 'true-or-false') {
    const [wrong = '', right = ''] = found.feedback.map((one) => show(one).text);
    const told = explanationOf(
      [
        { feedback: wrong, right: false },
        { feedback: right, right: true },
      ],
      general,
    );
    const draft = trueFalseDraft(text, found.right, { ...more, explanation: told.explanation });
    return read(at, draft, [...changes, ...told.changes]);
  }
  const answers = withText(show, found.answers);
  if (found.sort === 'options') {
    const { draft, changes: weighing } = weightedDraft(text, answers, { ...more, several: found.several, general });
    return read(at, draft, [...changes, ...found.changes, ...weighing]);
  }
  const { draft, changes: told } = acceptedDraft(text, answers, { ...more, general });
  return read(at, draft, [...changes, ...told]);
}

function blockEntry({ line, text: whole, seconds }: Block, media: Map<string, Uint8Array>): Entry {
  const at = `line ${line}`;
  const leave = (reason: string) => left(at, unescaped(whole), reason);
  const { title, rest } = titled(whole);
  const braces = answerBraces(rest);
  if (!braces) return leave('a brace { or } is missing');
  const [only, another] = braces;
  if (!only) return leave('a text without answers in braces: nothing to ask');
  if (another) return leave('several gaps in a text: there is no such kind of question here');
  const found = giftAnswers(inside(rest, only));
  if (found.sort === 'other') return leave(found.reason);
  const show = showBy(FORMAT.exec(rest)?.[1]);
  const stem = show(withoutAnswers(rest, only));
  const name = stem.text ? '' : show(title).text;
  const { picture, changes } = questionPicture(stem.pictures, media);
  return entryOf(
    {
      at,
      text: stem.text || name,
      show,
      more: { ...(seconds && { seconds }), ...(picture && { picture }) },
      changes: [...(name ? ['the question’s name became its text'] : []), ...stem.changes, ...changes],
    },
    found,
  );
}

/** Braces that begin as answers do. */
const SIGN = /[^\\]\{\s*(?:[=~#]|%-?\d|(?:T|F|TRUE|FALSE)\s*[}#]|\})/i;
/** Moodle GIFT, by the rules of its importer. */
export const gift: Format = {
  name: 'Moodle GIFT',
  recognises: ({ bytes }: DroppedFile) => {
    const head = headOf(bytes);
    return head !== undefined && SIGN.test(head);
  },
  read: ({ bytes }: DroppedFile): Brought => {
    const why = tooLong(bytes);
    if (why) return { format: gift.name, entries: [], remarks: [why], media: new Map() };
    const { text, remarks } = textOf(bytes);
    const { blocks, categories, unknown } = giftBlocks(text);
    const media = new Map<string, Uint8Array>();
    const title = categories.find((one) => one && one !== 'top' && !one.startsWith('$'));
    return {
      format: gift.name,
      ...(title && { title: unescaped(title) }),
      entries: blocks.map((block) => blockEntry(block, media)),
      remarks: [...remarks, ...unknown.map((name) => `$${name}: is not known here and was left out.`)],
      media,
    };
  },
};
