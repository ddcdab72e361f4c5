// Items of QTI 2.1, 2.2 and 3.
import { left, type More, optionsDraft, read, trueFalseDraft, typedDraft } from './drafts.ts';
import type { Draft, Entry } from './format.ts';
import { shownHtml } from './markup/shown-text.ts';
import { child, elements, within, type XmlElement } from './markup/xml.ts';
import type { PackedFiles } from './packed-pictures.ts';
import { questionPicture } from './pictures.ts';
import { type Key, keyOf } from './qti/key.ts';
import { htmlOf } from './qti/material.ts';
import { truthIn } from './qti/truth.ts';
import { CASE_COUNTS, explanationOf } from './weighted.ts';

const MISSING = 'there is no such kind of question here';
const INTERACTION = /Interaction$/;
/** Beside the question, not of it. */
const BESIDE = new Set([
  'rubricBlock',
  'modalFeedback',
  'feedbackBlock',
  'feedbackInline',
  'templateBlock',
  'templateInline',
  'stylesheet',
]);
const GAP = '_____';
/** Until it is known whether anything follows: no text has this. */
const GAP_MARK = '\ufdd0';

const OTHERS = new Map([
  ['orderInteraction', 'an order'],
  ['matchInteraction', 'pairs to match'],
  ['associateInteraction', 'pairs to match'],
  ['gapMatchInteraction', 'gaps in a text'],
  ['extendedTextInteraction', 'an essay'],
  ['sliderInteraction', 'a number on a slider'],
  ['uploadInteraction', 'a file to hand in'],
]);

function interactionsIn(of: XmlElement): XmlElement[] {
  return elements(of).flatMap((one) => {
    if (BESIDE.has(one.name)) return [];
    return INTERACTION.test(one.name) ? [one] : interactionsIn(one);
  });
}

/** The body with what stands in place of an interaction. */
function replaced(of: XmlElement, by: (one: XmlElement) => XmlElement['children']): XmlElement {
  const children = of.children.flatMap((one) => {
    if (typeof one === 'string') return [one];
    if (BESIDE.has(one.name)) return [];
    return INTERACTION.test(one.name) ? by(one) : [replaced(one, by)];
  });
  return { ...of, children };
}

function stemOf(body: XmlElement) {
  const shown = shownHtml(
    htmlOf(
      replaced(body, (one) => {
        const asks = child(one, 'prompt');
        if (/^(?:inlineChoice|textEntry)/.test(one.name)) return [GAP_MARK];
        return asks ? [{ name: 'div', attributes: {}, children: asks.children }] : [];
      }),
    ),
  );
  // A gap at the end is where one answers, not what is asked.
  return { ...shown, text: shown.text.replace(/\s*\ufdd0$/, '').replaceAll(GAP_MARK, GAP) };
}

const withoutFeedback = (one: XmlElement) => BESIDE.has(one.name);

/** Feedback on the right answer, or for all. */
function generalFeedback(item: XmlElement, { right }: Key): { explanation: string; isMore: boolean } {
  const all = [...elements(item, 'modalFeedback'), ...within(child(item, 'itemBody') ?? item, 'feedbackBlock')];
  const isOf = ({ attributes: { identifier = '', outcomeIdentifier = '' } }: XmlElement) =>
    right.has(identifier) ||
    /^(?:correct|right|general|solution)/i.test(identifier) ||
    /general|solution/i.test(outcomeIdentifier);
  const own = all.find(isOf);
  return { explanation: own ? shownHtml(htmlOf(own)).text : '', isMore: all.length > (own ? 1 : 0) };
}

interface Asked {
  interaction: XmlElement;
  key: Key;
  text: string;
  general: string;
  more: More;
}

interface Made {
  draft: Draft;
  changes: string[];
}

const typedFrom = ({ key, text, general, more }: Asked): Made => ({
  draft: typedDraft(text, [...key.right], {
    ...more,
    explanation: general || undefined,
    tolerate: key.caseCounts ? CASE_COUNTS : undefined,
  }),
  changes: key.partly.size ? [`half-right answers are not accepted: ${[...key.partly].map((one) => `“${one}”`).join(', ')}`] : [],
});

function choiceFrom({ interaction, key, text, general, more }: Asked): Made {
  const options = elements(interaction)
    .filter(({ name }) => name === 'simpleChoice' || name === 'inlineChoice')
    .map((one) => {
      const ident = one.attributes.identifier ?? '';
      const { text: shown, pictures } = shownHtml(htmlOf(one, withoutFeedback));
      const feedback = shownHtml(
        within(one, 'feedbackInline')
          .map((part) => htmlOf(part))
          .join(' '),
      ).text;
      return { ident, text: shown || (pictures[0]?.alt ?? ''), right: key.right.has(ident), feedback, pictures: pictures.length };
    });
  const told = explanationOf(options, general);
  const partly = options.filter((one) => key.partly.has(one.ident)).map((one) => `“${one.text}”`);
  const right = options.filter((one) => one.right).length;
  const changes = [
    ...(options.some((one) => one.pictures) ? ['pictures in answers were left out'] : []),
    ...(!key.isSeveral && right > 1 ? [`${right} answers are right: players may choose several`] : []),
    ...(partly.length ? [`half-right answers count as wrong: ${partly.join(', ')}`] : []),
    ...told.changes,
  ];
  const several = key.isSeveral;
  const all = { ...more, explanation: told.explanation };
  const truth = several ? undefined : truthIn(options);
  const draft = truth
    ? trueFalseDraft(text, truth.right, all)
    : optionsDraft(text, options, { ...all, several, partial: several && key.isPartial });
  return { draft, changes };
}

/** Why an item is no question that we have; undefined: it is one. */
function refusal(body: XmlElement | undefined, interactions: readonly XmlElement[]): string | undefined {
  const [only, another] = interactions;
  if (!body || !only) return 'a text to read: nothing to ask';
  if (within(body, 'printedVariable').length) return `values that are drawn anew each time: ${MISSING}`;
  if (another) return `several questions in one: ${MISSING}`;
  if (/^(?:choice|inlineChoice|textEntry)Interaction$/.test(only.name)) return undefined;
  return `${OTHERS.get(only.name) ?? `a question of the sort “${only.name}”`}: ${MISSING}`;
}

export function qti2Entry(item: XmlElement, at: string, files: PackedFiles): Entry {
  const body = child(item, 'itemBody');
  const interactions = body ? interactionsIn(body) : [];
  const stem = body ? stemOf(body) : shownHtml('');
  const text = stem.text || (item.attributes.title ?? '');
  const why = refusal(body, interactions);
  const [interaction] = interactions;
  if (why !== undefined || !interaction) return left(at, text, why ?? '');
  const key = keyOf(item, interaction.attributes.responseIdentifier ?? '');
  if (key.isNumber) return left(at, text, `a number: ${MISSING}`);
  const { picture, changes } = questionPicture(stem.pictures, files.media, files.find);
  const general = generalFeedback(item, key);
  const make = interaction.name === 'textEntryInteraction' ? typedFrom : choiceFrom;
  const made = make({ interaction, key, text, general: general.explanation, more: picture ? { picture } : {} });
  const also = general.isMore ? ['other feedback was left out'] : [];
  return read(at, made.draft, [...stem.changes, ...changes, ...made.changes, ...also]);
}
