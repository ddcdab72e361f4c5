// Cards have no wrong answers: other cards lend theirs.
import { lender } from './among-others.ts';
import { type Card, cardsIn } from './card-list.ts';
import { left, read, typedDraft } from './drafts.ts';
import type { Brought, Entry, Format } from './format.ts';
import { looksLikeHtml } from './markup/html-text.ts';
import { type ShownText, shownHtml, plainText as shownPlain } from './markup/shown-text.ts';
import { isBeyond, optionsEntry, tidy, tooLong } from './option-cells.ts';
import { questionPicture } from './pictures.ts';
import { headOf, textOf } from './text-file.ts';

const CLOZE = /\{\{c\d+::([^{}]*?)(?:::[^{}]*)?\}\}/g;
const GAP = /\{\{c\d+::/;
const SOUND = /\[sound:([^\]]*)\]/g;
/** Such a definition is no answer to choose. */
const LONG = 60;
const MOST_BYTES = 10e6;

interface Side {
  shown: ShownText;
  sounds: string[];
}

function sideOf(text: string, isHtml: boolean): Side {
  if (isBeyond([text])) return { shown: shownPlain(text), sounds: [] };
  const sounds = [...text.matchAll(SOUND)].map(([, name = '']) => name);
  const silent = text.replace(SOUND, '');
  return { shown: isHtml || looksLikeHtml(silent) ? shownHtml(silent) : shownPlain(tidy(silent)), sounds };
}

const mean = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0) / (texts.length || 1);

interface Shown {
  card: Card;
  front: Side;
  back: Side;
}

function gapEntry(at: string, text: string): Entry {
  const gaps = [...text.matchAll(CLOZE)].map(([, word = '']) => tidy(word));
  if (gaps.length > 1) return left(at, text, 'it has several gaps');
  return read(at, typedDraft(tidy(text.replace(CLOZE, '____')), gaps), ['the gap is to be typed']);
}

function entryOf({ card, front, back }: Shown, lend: ReturnType<typeof lender>, media: Map<string, Uint8Array>): Entry {
  const at = `card ${card.number}`;
  const whole = `${card.front} | ${card.back}`;
  if (isBeyond([card.front, card.back])) return tooLong(at, whole);
  if (GAP.test(front.shown.text)) return gapEntry(at, front.shown.text);
  const pictures = [...front.shown.pictures, ...back.shown.pictures];
  const { changes } = questionPicture(pictures, media);
  const sounds = [...front.sounds, ...back.sounds].map((name) => `the sound ${name.slice(0, 80)} was left out`);
  const about = [...front.shown.changes, ...back.shown.changes, ...changes, ...sounds];
  if (!front.shown.text || !back.shown.text) return left(at, whole, `its ${front.shown.text ? 'back' : 'front'} has no text`);
  const { options, right } = lend({ front: front.shown.text, back: back.shown.text });
  const lent = options.length > 1 ? ['the wrong answers are those of other cards'] : [];
  return optionsEntry(at, front.shown.text, options, [right], { changes: [...lent, ...about] });
}

export const cards: Format = {
  name: 'Cards (Anki, Quizlet)',
  recognises: ({ bytes }) => cardsIn(headOf(bytes) ?? '') !== undefined,
  read: ({ bytes }): Brought => {
    const nothing = { format: cards.name, entries: [], media: new Map() };
    if (bytes.length > MOST_BYTES) return { ...nothing, remarks: ['This text is too large: 10 MB can be read.'] };
    const { text, remarks } = textOf(bytes);
    const { cards: found, isHtml } = cardsIn(text) ?? { cards: [], isHtml: false };
    const sides = found.map((card) => ({ card, front: sideOf(card.front, isHtml), back: sideOf(card.back, isHtml) }));
    const texts = (side: 'front' | 'back') => sides.map((one) => one[side].shown.text);
    const isTurned = mean(texts('back')) > LONG && mean(texts('front')) <= LONG;
    const shown = isTurned ? sides.map(({ card, front, back }) => ({ card, front: back, back: front })) : sides;
    const pairs = shown.map(({ front, back }) => ({ front: front.shown.text, back: back.shown.text }));
    const lend = lender(pairs.filter(({ front, back }) => front && back && !GAP.test(front)));
    const media = new Map<string, Uint8Array>();
    return {
      format: cards.name,
      found: found.length,
      entries: shown.map((one) => entryOf(one, lend, media)),
      remarks: [...remarks, ...(isTurned ? ['The backs are long: they are the questions, and the fronts the answers.'] : [])],
      media,
    };
  },
};
