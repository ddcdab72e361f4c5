// Fuiz: TOML, alone or in a zip with its pictures, or JSON.
import { parse } from 'smol-toml';
import { decodeText } from './decode-text.ts';
import { left, read, typedDraft } from './drafts.ts';
import type { Brought, Entry, Format } from './format.ts';
import { inShort, isRecord, type JsonRecord, jsonIn, listOf, numberOf, textOf, textsOf } from './json-value.ts';
import { optionsEntry, secondsFrom, tidy } from './option-cells.ts';
import { questionPicture } from './pictures.ts';
import { textOf as fileText } from './text-file.ts';
import { isZip, namesInZip, unzip } from './unzip.ts';

const CONFIG = 'config.toml';
const SLIDES = ['MultipleChoice', 'TypeAnswer', 'Order'];
const LIMITS = { total: 100e6, each: 20e6 };
const MOST_BYTES = 5e6;
const HEAD_BYTES = 200_000;
const SHORTEST_MS = 1000;

/** Address, name in the zip, or data; Corkboard keeps pictures on Fuiz's own server. */
function pictureOf(slide: JsonRecord): { src: string; alt: string }[] {
  const image = isRecord(slide.media) && isRecord(slide.media.Image) ? slide.media.Image : {};
  return Object.values(image)
    .filter(isRecord)
    .map((one) => ({ src: textOf(one.url) ?? textOf(one.data) ?? textOf(one.id) ?? '', alt: textOf(one.alt) ?? '' }));
}

function answerText(answer: unknown): string {
  if (!isRecord(answer)) return textOf(answer) ?? '';
  return isRecord(answer.content) ? (textOf(answer.content.Text) ?? '') : '';
}

function entryOf(said: unknown, number: number, media: Map<string, Uint8Array>, files: ReadonlyMap<string, Uint8Array>): Entry {
  const at = `slide ${number}`;
  const [kind = '', slide] = Object.entries(isRecord(said) ? said : {})[0] ?? [];
  if (!isRecord(slide)) return left(at, inShort(said), 'it is no slide');
  const text = textOf(slide.title) ?? '';
  if (!['MultipleChoice', 'TypeAnswer'].includes(kind))
    return left(at, `${text} ${textsOf(slide.answers).join(' | ')}`, `“${kind}” is a kind of question that we do not have`);
  const { picture, changes } = questionPicture(pictureOf(slide), media, (src) => files.get(src));
  const limit = numberOf(slide.time_limit);
  // Milliseconds, unless somebody wrote it by hand.
  const seconds = limit === undefined || limit < SHORTEST_MS ? limit : limit / 1000;
  if (kind === 'TypeAnswer') {
    const time = secondsFrom(seconds);
    const accepted = textsOf(slide.answers).map(tidy).filter(Boolean);
    return read(at, typedDraft(tidy(text), accepted, { seconds: time.seconds, picture }), [...changes, ...time.changes]);
  }
  const answers = listOf(slide.answers);
  const right = answers.flatMap((answer, i) => (isRecord(answer) && answer.correct === true ? [i + 1] : []));
  const drawn = answers.filter((answer) => !answerText(answer)).length;
  const about = drawn ? [`${drawn} answers without text were left out`] : [];
  return optionsEntry(at, text, answers.map(answerText), right, { seconds, picture, changes: [...changes, ...about] });
}

function tomlIn(text: string): JsonRecord | string {
  try {
    return parse(text);
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  }
}

function fromToml(text: string, files: ReadonlyMap<string, Uint8Array>): Brought {
  const toml = tomlIn(text);
  return typeof toml === 'string' ? nothing(`This file is not TOML: ${toml}`) : brought(toml, files);
}

function brought(quiz: JsonRecord, files: ReadonlyMap<string, Uint8Array>): Brought {
  const slides = listOf(quiz.slides);
  const media = new Map<string, Uint8Array>();
  const title = tidy(textOf(quiz.title) ?? '');
  const language = textOf(quiz.language);
  return {
    format: fuiz.name,
    ...(title && { title }),
    ...(language && { language }),
    found: slides.length,
    entries: slides.map((slide, i) => entryOf(slide, i + 1, media, files)),
    remarks: [],
    media,
  };
}

const nothing = (remark: string): Brought => ({ format: fuiz.name, entries: [], remarks: [remark], media: new Map() });

/** The quiz itself, or what a game was started with. */
function jsonQuiz(bytes: Uint8Array): JsonRecord | undefined {
  const json = jsonIn(bytes);
  const quiz = isRecord(json) && isRecord(json.config) ? json.config : json;
  const isSlide = (one: unknown) => isRecord(one) && Object.keys(one).some((kind) => SLIDES.includes(kind));
  return isRecord(quiz) && listOf(quiz.slides).some(isSlide) ? quiz : undefined;
}

const isPacked = (bytes: Uint8Array) => isZip(bytes) && namesInZip(bytes).includes(CONFIG);

export const fuiz: Format = {
  name: 'Fuiz',
  recognises: ({ bytes }) =>
    isPacked(bytes) ||
    jsonQuiz(bytes) !== undefined ||
    /^[ \t]*\[\[ *slides *\]\]/m.test(decodeText(bytes.subarray(0, HEAD_BYTES)).text),
  read: ({ bytes }) => {
    const json = jsonQuiz(bytes);
    if (json) return brought(json, new Map());
    if (!isZip(bytes))
      return bytes.length > MOST_BYTES
        ? nothing('This file is too large: 5 MB of TOML can be read.')
        : fromToml(fileText(bytes).text, new Map());
    const files = unzip(bytes, (name) => !name.endsWith('/'), LIMITS);
    if ('refused' in files) return nothing(files.refused);
    return fromToml(new TextDecoder().decode(files.get(CONFIG) ?? new Uint8Array()), files);
  },
};
