// Old encodings tell themselves apart by the letters that they make.
import { expect, test } from 'vitest';
import { decodeText } from '../../../quizzes/formats/decode-text.ts';

/** Bytes of a text in an encoding of one byte a letter. */
function inBytes(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const letters = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
  return Uint8Array.from([...text], (letter) => letters.indexOf(letter));
}

test.each([
  ['windows-1251', 'Windows-1251', 'Какая река течёт через Киев?\nОтвет: б) Днепр'],
  ['koi8-r', 'KOI8-R', 'Какая река течёт через город?\nОтвет: б) Нева'],
  ['ibm866', 'code page 866', 'Сколько ног у паука?\nОтвет: восемь'],
  ['windows-1253', 'Windows-1253', 'Ποιο είναι το μεγαλύτερο νησί;'],
  ['windows-1255', 'Windows-1255', 'מהי עיר הבירה של צרפת?'],
  ['windows-1256', 'Windows-1256', 'ما هي أكبر قارة في العالم؟'],
  ['windows-1250', 'Windows-1250', 'Który ptak śpiewa najpiękniej? Słowik'],
  ['windows-1254', 'Windows-1254', 'Hangi şehir daha büyüktür? Kızıl'],
  ['windows-1252', 'Windows-1252', '¿cuál es la Größe – “señor”, un œuf plus 5 m³ of sand?'],
])('%s', (encoding, guessed, text) => {
  expect(decodeText(inBytes(text, encoding))).toEqual({ text, guessed });
});

test('Chinese, Japanese and Korean files of old', () => {
  const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
  expect(decodeText(bytes('d5fdc8b7b4f0b0b8a3ba42'))).toEqual({ text: '正确答案：B', guessed: 'GB 18030' });
  expect(decodeText(bytes('82b182ea82cd96e291e882c582b7'))).toEqual({ text: 'これは問題です', guessed: 'Shift JIS' });
  expect(decodeText(bytes('c1a4b4e43a20bcadbfef'))).toEqual({ text: '정답: 서울', guessed: 'EUC-KR' });
});

test('UTF-16 is known without a mark, whatever its letters', () => {
  const text = 'Вопрос 1\nA. 一月\nB. Март\n';
  const little = Buffer.from(text, 'utf16le');
  expect(decodeText(little)).toEqual({ text });
  expect(decodeText(Buffer.from(little).swap16())).toEqual({ text });
});
