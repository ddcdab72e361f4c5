// A kahoot as Kahoot's own pages load it.
import { left, pollDraft, read, trueFalseDraft, typedDraft } from './drafts.ts';
import type { Brought, Entry, Format } from './format.ts';
import { inShort, isRecord, type JsonRecord, jsonIn, listOf, numberOf, textOf } from './json-value.ts';
import { shownHtml } from './markup/shown-text.ts';
import { optionsEntry, secondsFrom, tidy } from './option-cells.ts';
import { questionPicture } from './pictures.ts';
import { truthOf } from './question-types.ts';

const QUIZ = /^(?:quiz|multiple_select_quiz|true_false)$/;
const POLL = /^(?:survey|multiple_select_poll)$/;

const isBlock = (value: unknown): value is JsonRecord =>
  isRecord(value) && typeof value.type === 'string' && (Array.isArray(value.choices) || value.type === 'content');

const blocksIn = (json: unknown): unknown[] =>
  isRecord(json) ? listOf(isRecord(json.kahoot) ? json.kahoot.questions : json.questions) : [];

/** Its own marks are HTML: `<b>`, `&nbsp;`. */
const plain = (value: unknown) => tidy(shownHtml(textOf(value) ?? '').text);

function entryOf(block: unknown, number: number, media: Map<string, Uint8Array>): Entry {
  const at = `question ${number}`;
  if (!isBlock(block)) return left(at, inShort(block), 'it has no type with a list of answers');
  const type = textOf(block.type) ?? '';
  const text = plain(block.question ?? block.title);
  const choices = listOf(block.choices).filter(isRecord);
  const texts = choices.map(({ answer }) => plain(answer));
  const right = choices.flatMap(({ correct }, i) => (correct === true ? [i + 1] : []));
  const src = textOf(block.image)?.trim();
  const { picture, changes } = questionPicture(src ? [{ src, alt: '' }] : [], media);
  // Milliseconds.
  const time = secondsFrom((numberOf(block.time) ?? 0) / 1000 || undefined);
  const more = { seconds: time.seconds, picture };
  if (POLL.test(type))
    return read(at, pollDraft(text, texts, { ...more, several: type !== 'survey' }), [...changes, ...time.changes]);
  if (type === 'open_ended') return read(at, typedDraft(text, texts, more), [...changes, ...time.changes]);
  if (!QUIZ.test(type)) return left(at, text, `“${type.replaceAll('_', ' ')}” is a kind of question that we do not have`);
  const truths = texts.map(truthOf);
  if (texts.length === 2 && truths.includes(true) && truths.includes(false))
    return read(at, trueFalseDraft(text, truths[(right[0] ?? 0) - 1], more), [...changes, ...time.changes]);
  return optionsEntry(at, text, texts, right, {
    seconds: (numberOf(block.time) ?? 0) / 1000 || undefined,
    picture,
    several: type === 'multiple_select_quiz',
    changes,
  });
}

export const kahootJson: Format = {
  name: 'Kahoot (JSON)',
  recognises: ({ bytes }) =>
    blocksIn(jsonIn(bytes)).some(
      (one) =>
        isBlock(one) && listOf(one.choices).some((choice) => isRecord(choice) && 'answer' in choice && 'correct' in choice),
    ),
  read: ({ bytes }): Brought => {
    const json = jsonIn(bytes);
    const blocks = blocksIn(json);
    const media = new Map<string, Uint8Array>();
    const top = isRecord(json) && isRecord(json.kahoot) ? json.kahoot : json;
    const title = isRecord(top) ? tidy(textOf(top.title) ?? '') : '';
    const entries = blocks.map((block, i) => entryOf(block, i + 1, media));
    return { format: kahootJson.name, ...(title && { title }), found: blocks.length, entries, remarks: [], media };
  },
};
