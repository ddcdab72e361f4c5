import { expect, test } from 'vitest';
import { groupedPin, pinInPath } from '../../web/player/join/grouped-pin.ts';

test.each([
  ['1234', '123 4'],
  ['123456', '123 456'],
  ['123 4567', '123 456'],
  ['٤٨٢٩١٥', '482 915'],
  ['۴۸۲۹۱۵', '482 915'],
  ['४८२९१५', '482 915'],
  ['４８２ ９１５', '482 915'],
  ['𝟦𝟪𝟤𝟫𝟣𝟧', '482 915'],
  ['http://192.168.1.5:4000/482915', '482 915'],
  ['The PIN is 482-915, we start at 10:30', '482 915'],
  ['Join at quiz.example with 482 915!', '482 915'],
  ['no digits', ''],
])('%s is understood', (text, pin) => expect(groupedPin(text)).toBe(pin));

test.each([
  ['/482915', '482915'],
  ['/482915/', '482915'],
  ['/482%20915', '482915'],
  ['/%D9%A4%D9%A8%D9%A2%D9%A9%D9%A1%D9%A5', '482915'],
  ['/', ''],
  ['/48291', ''],
  ['/4829151', ''],
  ['/some/path/482915/', '482915'],
  ['/482915/more', ''],
  ['/player', ''],
])('the address %s has the PIN', (path, pin) => expect(pinInPath(path)).toBe(pin));
