// RULES T: what counts as the same text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedOf, creditsOf, solutionInWords, withOutcome } from '../../game/quiz/questions/asked.ts';
import type { Question } from '../../game/quiz/questions/index.ts';
import { TOLERANCES } from '../../game/quiz/questions/text/tolerances.ts';
import { quizOf } from './samples.ts';

const question = (accepted: string[], fields: object = {}): Question => {
  const [first] = quizOf({ kind: 'typed', text: 'Which?', accepted, ...fields }).questions;
  if (!first) throw new Error('no question');
  return first;
};

/** Whether `given` counts as `accepted`. */
const counts = (accepted: string, given: string, tolerate: readonly string[], language = 'en') =>
  creditsOf(question([accepted], { tolerate }), { language }, [given])?.[0] === 1;

const SAME = [
  // tolerance, language, accepted, given
  ['width', 'ja', 'ABC', 'ＡＢＣ'],
  ['width', 'ja', 'カタカナ', 'ｶﾀｶﾅ'],
  ['width', 'en', 'fish', 'ﬁsh'],
  ['case', 'en', 'Paris', 'paRIS'],
  ['case', 'tr', 'ısı', 'ISI'],
  ['case', 'tr', 'İzmir', 'izmir'],
  ['accents', 'en', 'Bogotá', 'Bogota'],
  ['accents', 'en', 'Malmo', 'Malmö'],
  ['accents', 'en', 'Łódź', 'Lodz'],
  ['accents', 'en', 'Tromsø', 'Tromso'],
  ['accents', 'de', 'Köln', 'Koeln'],
  ['accents', 'de', 'Köln', 'Koln'],
  ['accents', 'de', 'Koeln', 'Köln'],
  ['accents', 'de', 'Straße', 'Strasse'],
  ['accents', 'da', 'Århus', 'Aarhus'],
  ['accents', 'fr', 'œuvre', 'oeuvre'],
  ['accents', 'sv', 'idé', 'ide'],
  ['accents', 'en', 'Hà Nội', 'Ha Noi'],
  ['accents', 'el', 'Αθήνα', 'Αθηνα'],
  ['accents', 'ar', 'مُحَمَّد', 'محمد'],
  ['accents', 'he', 'שָׁלוֹם', 'שלום'],
  ['punctuation', 'en', "Hawai'i", 'Hawaii'],
  ['punctuation', 'en', 'Jean-Luc', 'JeanLuc'],
  ['punctuation', 'en', 'St. Lucia', 'St Lucia!'],
  ['punctuation', 'es', '¿Por qué?', 'Por qué'],
  ['spaces', 'en', 'New York', 'NewYork'],
  ['spaces', 'ja', '東京 都', '東京都'],
] as const;

describe('T1-T5 what is tolerated is the same, and without the tolerance it is not', () => {
  test.each(SAME)('%s, %s: %s is %s', (tolerance, language, accepted, given) => {
    const others = TOLERANCES.filter((one) => one !== tolerance && one !== 'spelling');
    expect([
      counts(accepted, given, [tolerance], language),
      counts(accepted, given, [...others, tolerance], language),
      counts(accepted, given, [], language),
    ]).toEqual([true, true, false]);
  });
});

const DIFFERENT = [
  ['sv', 'får', 'far'],
  ['sv', 'hör', 'hor'],
  ['es', 'año', 'ano'],
  ['tr', 'açık', 'acik'],
  ['tr', 'ISI', 'isi'],
  ['fi', 'näin', 'nain'],
  ['de', 'Poet', 'Pot'],
  ['vi', 'Nội', 'Noi'],
  ['en', 'C#', 'C'],
  ['en', 'C++', 'C'],
  ['en', '50 %', '50'],
  ['en', '-5', '5'],
  ['en', '1.5', '15'],
  ['en', '3:10', '310'],
  ['hi', 'की', 'का'],
  ['th', 'ที่', 'ทา'],
  ['ko', '서울', '사울'],
  ['en', 'Paris', 'Pari'],
] as const;

describe('T1-T5 letters of their own in the language of the quiz, and signs that make another thing, stay different', () => {
  test.each(DIFFERENT)('%s: %s is not %s', (language, accepted, given) => {
    const all = TOLERANCES.filter((one) => one !== 'spelling');
    expect(counts(accepted, given, all, language)).toBe(false);
  });
});

const NEAR = [
  ['Rome', 'Rone', true],
  ['Rome', 'Roem', true],
  ['Rome', 'Rom', true],
  ['Rome', 'Romee', true],
  ['Rome', 'Rmoee', false],
  ['Oslo', 'Bonn', false],
  ['Rom', 'Ron', false],
  ['Amsterdam', 'Amsterdan', true],
  ['Amsterdam', 'Amstredan', true],
  ['Amsterdam', 'Amstredann', false],
  ['Bologna', 'Bolonga', true],
  ['Bologna', 'Bolongna', true],
  ['Bologna', 'Boloniga', false],
  ['Apollo 11', 'Apolo 11', true],
  ['Apollo 11', 'Apollo 12', false],
  ['Apollo 11', 'Apollo 1', false],
  ['1789', '1788', false],
] as const;

describe('T6 near spelling: one slip from four letters on, two from eight, never in a number', () => {
  test.each(NEAR)('%s, %s: %s', (accepted, given, expected) => {
    expect(counts(accepted, given, ['case', 'spaces', 'spelling'])).toBe(expected);
    expect(counts(accepted, given, ['case', 'spaces'])).toBe(false);
  });
});

test('every tolerance but near spelling is on unless the quiz says otherwise', () => {
  const one = question(['São Paulo']);
  expect(creditsOf(one, { language: 'en' }, ['sao paulo!', 'SãoPaulo', 'Sao Paolo', 'Rio'])).toEqual([1, 1, 0, 0]);
  expect(creditsOf(question(['Lima', 'Ciudad de los Reyes']), { language: 'en' }, ['lima', 'ciudad de los reyes'])).toEqual([
    1, 1,
  ]);
});

test('T7 invisible characters never count, and a text of which nothing would be left is compared as it is', () => {
  expect([counts('Paris', 'Pa\u200bri\u00ads', []), counts('Paris', '\ufeffParis', [])]).toEqual([true, true]);
  expect([counts('?!', '?!', TOLERANCES), counts('?!', '!?', TOLERANCES), counts('?!', '', TOLERANCES)]).toEqual([
    true,
    false,
    false,
  ]);
});

test('whatever is accepted counts, in whatever language and with whatever is tolerated', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((one) => one.trim() !== '');
  const language = fc.constantFrom('en', 'de', 'tr', 'sv', 'ja', 'ar', 'he', 'hi', 'en-GB', 'xx');
  fc.assert(
    fc.property(text, language, fc.subarray([...TOLERANCES]), (one, spoken, tolerate) => {
      expect(counts(one, one, tolerate, spoken)).toBe(true);
      expect(counts(one, `  ${one} `, tolerate, spoken)).toBe(true);
    }),
  );
});

describe('P3 the summary', () => {
  const city = question(['Paris']);
  const summary = (answers: string[], limits = { bytes: 1500 }) =>
    withOutcome(city, { language: 'en' }, answers, limits).outcome?.summary;

  test('has the commonest texts, as the first who wrote them did, and how many wrote something else', () => {
    const answers = ['Rome', 'Paris', 'rome', 'PARIS', 'ＰＡＲＩＳ', ...'abcdefgh', '  '];
    expect(summary(answers)).toEqual({
      texts: [{ text: 'Paris', count: 3 }, { text: 'Rome', count: 2 }, ...[...'abcdef'].map((text) => ({ text, count: 1 }))],
      others: 2,
    });
  });

  test('stays within its bytes, whatever people type', () => {
    const answers = Array.from({ length: 9 }, (_, i) => `${'漢'.repeat(60)}${i}`);
    expect(JSON.stringify(summary(answers, { bytes: 700 }))?.length).toBeLessThan(700);
    expect(summary(answers, { bytes: 700 })).toMatchObject({ texts: { length: 3 }, others: 6 });
  });

  test('leaves out what nobody should read, and counts it', () => {
    const limits = { bytes: 1500, isUnwanted: (text: string) => text.includes('rude') };
    expect(summary(['Paris', 'rude', 'rude', 'x'], limits)).toEqual({
      texts: [
        { text: 'Paris', count: 1 },
        { text: 'x', count: 1 },
      ],
      others: 2,
    });
  });
});

test('V1 what is shown before the seal is the language alone, and the solution names what was accepted', () => {
  const one = question(['Paris', 'Lutetia'], { tolerate: ['case'] });
  expect(askedOf(one, { language: 'fr' }).prompt).toEqual({ language: 'fr' });
  expect(withOutcome(one, { language: 'fr' }, ['paris', 'Rome'], { bytes: 1500 }).outcome).toEqual({
    solution: { accepted: ['Paris', 'Lutetia'], tolerate: ['case'] },
    summary: {
      texts: [
        { text: 'paris', count: 1 },
        { text: 'Rome', count: 1 },
      ],
      others: 0,
    },
    answers: 2,
    right: 1,
  });
  expect(solutionInWords(one, { language: 'fr' })).toBe('Paris / Lutetia');
});
