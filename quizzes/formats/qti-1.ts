// Items of QTI 1.2, as Canvas, Blackboard and others pack them.
import { left, optionsDraft, read, trueFalseDraft, typedDraft } from './drafts.ts';
import type { Entry } from './format.ts';
import { maybeHtml, type ShownText, shownHtml } from './markup/shown-text.ts';
import { child, elements, everywhere, wholeText, within, type XmlElement } from './markup/xml.ts';
import type { PackedFiles } from './packed-pictures.ts';
import { questionPicture } from './pictures.ts';
import { htmlOf, mattextHtml } from './qti/material.ts';
import { hasBounds, isExact, type Scored, scoredBy } from './qti/scores.ts';
import { type FoundTruth, truthIn } from './qti/truth.ts';
import { explanationOf } from './weighted.ts';

const MISSING = 'there is no such kind of question here';
const RESPONSES = /^response_/;
const MATERIALS = /^(?:mattext|mat_formattedtext|matimage)$/;

/** All `<mattext>` and pictures, those of responses apart. */
function materials(of: XmlElement): XmlElement[] {
  return elements(of).flatMap((one) => {
    if (one.name === 'render_choice' || one.name === 'render_fib' || one.name === 'itemfeedback') return [];
    return MATERIALS.test(one.name) ? [one] : materials(one);
  });
}

function shown(of: XmlElement | undefined): ShownText {
  const parts = (of ? materials(of) : []).map((one) => {
    if (one.name === 'matimage') return shownHtml(htmlOf({ name: '', attributes: {}, children: [one] }));
    return one.attributes.texttype === 'text/html' || one.attributes.type === 'HTML'
      ? shownHtml(mattextHtml(one))
      : maybeHtml(mattextHtml(one));
  });
  return {
    text: parts
      .map(({ text }) => text)
      .filter((text) => text)
      .join('\n'),
    pictures: parts.flatMap(({ pictures }) => pictures),
    changes: [...new Set(parts.flatMap(({ changes }) => changes))],
  };
}

/** As the maker's program names it; others say nothing. */
function typeOf(item: XmlElement): string {
  const fields = everywhere(item, 'qtimetadatafield');
  const field = fields.find((one) =>
    /^(?:question_type|cc_profile|qmd_itemtype)$/.test(wholeText(child(one, 'fieldlabel')).trim()),
  );
  return wholeText(field && child(field, 'fieldentry'))
    .trim()
    .toLowerCase();
}

/** Why an item is no question that we have; undefined: it is one. */
function refusal(item: XmlElement, responses: readonly XmlElement[]): string | undefined {
  const type = typeOf(item);
  const [only, another] = responses;
  if (!only) return 'a text to read: nothing to ask';
  if (/essay|file_upload/.test(type)) return `an essay: ${MISSING}`;
  if (/match/.test(type) || (another && responses.every((one) => one.name === 'response_lid')))
    return `pairs to match: ${MISSING}`;
  if (another) return `several gaps in a text: ${MISSING}`;
  const isNumber = /numerical|calculated/.test(type) || only.name === 'response_num' || hasBounds(item);
  if (isNumber && !isExact(item)) return `a number with a tolerance: ${MISSING}`;
  if (only.attributes.rcardinality === 'Ordered') return `an order: ${MISSING}`;
  if (only.name !== 'response_lid' && only.name !== 'response_str') return `a question of the sort “${only.name}”: ${MISSING}`;
  return only.name === 'response_str' && !scoredBy(item).length ? `an essay: ${MISSING}` : undefined;
}

const feedbackBy = (item: XmlElement, idents: readonly string[]) =>
  elements(item, 'itemfeedback')
    .filter(({ attributes: { ident = '' } }) => idents.includes(ident))
    .map((one) => shown({ ...one, name: 'feedback' }).text)
    .join('\n');

const GENERAL = ['general_fb', 'solution'];

/** Of each option or text: whether it earns all. */
function marks(item: XmlElement, isSeveral: boolean): (value: string) => { right: boolean; partly: boolean; feedback: string } {
  const scored = scoredBy(item);
  const most = scored.reduce((one, { score }) => Math.max(one, score), 0);
  const isRight = ({ score }: Scored) => score > 0 && (isSeveral || score === most);
  return (value) => {
    const own = scored.filter((one) => one.value === value);
    const right = own.some(isRight);
    const idents = own.filter((one) => isRight(one) === right).flatMap((one) => one.feedback);
    return { right, partly: !right && own.some(({ score }) => score > 0), feedback: feedbackBy(item, idents) };
  };
}

function optionsEntry(at: string, item: XmlElement, response: XmlElement, stem: ShownText, files: PackedFiles): Entry {
  const several = response.attributes.rcardinality === 'Multiple';
  const markOf = marks(item, several);
  const options = within(response, 'response_label').map((label) => {
    const ident = label.attributes.ident ?? '';
    const one = shown(label);
    return {
      ident,
      text: one.text || (one.pictures[0]?.alt ?? ''),
      ...markOf(ident),
      pictures: one.pictures.length,
      changes: one.changes,
    };
  });
  const { picture, changes } = questionPicture(stem.pictures, files.media, files.find);
  const told = explanationOf(options, feedbackBy(item, GENERAL));
  const more = { ...(picture && { picture }), explanation: told.explanation };
  const partly = options.filter((one) => one.partly).map((one) => `“${one.text}”`);
  const right = options.filter((one) => one.right).length;
  const said = [
    ...stem.changes,
    ...new Set(options.flatMap((one) => one.changes)),
    ...changes,
    ...(options.some((one) => one.pictures) ? ['pictures in answers were left out'] : []),
    ...(partly.length ? [`half-right answers count as wrong: ${partly.join(', ')}`] : []),
    ...told.changes,
  ];
  const truth: FoundTruth | undefined = several ? undefined : truthIn(options);
  if (truth) return read(at, trueFalseDraft(stem.text, truth.right, more), said);
  if (!several && right > 1) said.unshift(`${right} answers are right: players may choose several`);
  return read(at, optionsDraft(stem.text, options, { ...more, several }), said);
}

/** Canvas’s one gap, `[colour]` in the text: every option is accepted. */
function gapEntry(at: string, item: XmlElement, presentation: XmlElement, response: XmlElement): Entry {
  const { text } = shown({ ...presentation, children: presentation.children.filter((one) => one !== response) });
  const accepted = within(response, 'response_label').map((label) => shown(label).text);
  return read(at, typedDraft((text || item.attributes.title || '').replace(/\[[^\]\n]{1,60}\]/, '_____'), accepted));
}

export function qti1Entry(item: XmlElement, at: string, files: PackedFiles): Entry {
  const presentation = child(item, 'presentation') ?? item;
  const stem = shown(presentation);
  const title = item.attributes.title ?? '';
  const text = stem.text || title;
  const responses = responsesIn(presentation);
  const why = refusal(item, responses);
  const [response] = responses;
  if (why !== undefined || !response) return left(at, text, why ?? '');
  if (/fill_in/.test(typeOf(item)) && response.name === 'response_lid') return gapEntry(at, item, presentation, response);
  if (response.name === 'response_lid') return optionsEntry(at, item, response, { ...stem, text }, files);
  const { picture, changes } = questionPicture(stem.pictures, files.media, files.find);
  const markOf = marks(item, false);
  const values = scoredBy(item).map(({ value }) => value);
  // `4.0` is what nobody types.
  const plain = isExact(item) ? values.map((one) => String(Number(one))) : [];
  const texts = [...new Set([...plain, ...values])].filter((one) => one);
  const accepted = texts.map((one) => ({
    text: one,
    ...markOf(plain.includes(one) ? (values[plain.indexOf(one)] ?? one) : one),
  }));
  const told = explanationOf(accepted, feedbackBy(item, GENERAL));
  const draft = typedDraft(
    text,
    accepted.filter((one) => one.right).map((one) => one.text),
    { ...(picture && { picture }), explanation: told.explanation },
  );
  return read(at, draft, [...stem.changes, ...changes, ...told.changes]);
}

function responsesIn(of: XmlElement): XmlElement[] {
  return elements(of).flatMap((one) => (RESPONSES.test(one.name) && one.name !== 'response_label' ? [one] : responsesIn(one)));
}
